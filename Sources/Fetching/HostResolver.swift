import NIOPosix

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Finds the addresses of a host by its name.
public protocol HostResolver: Sendable {
    /// The addresses of `host` in the order in which they should be tried; none where it is not known.
    func addresses(of host: String) async -> [IPAddress]
}

/// The system's own way of resolving names.
public struct SystemResolver: HostResolver {
    /// The system's resolver.
    public init() {}

    /// Asks the system on a thread of its own, for `getaddrinfo` waits. The system sorts (RFC 6724).
    public func addresses(of host: String) async -> [IPAddress] {
        (try? await NIOThreadPool.singleton.runIfActive { Self.lookUp(host) }) ?? []
    }

    private static func lookUp(_ host: String) -> [IPAddress] {
        var hints = addrinfo()
        #if canImport(Glibc)
            hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        #else
            hints.ai_socktype = SOCK_STREAM
        #endif
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
        defer { freeaddrinfo(list) }
        var found: [IPAddress] = []
        var entry = list
        while let current = entry {
            let info = current.pointee
            if let address = info.ai_addr.flatMap({ address(UnsafeRawPointer($0), info.ai_family) }),
                !found.contains(address)
            {
                found.append(address)
            }
            entry = info.ai_next
        }
        return found
    }

    private static func address(_ pointer: UnsafeRawPointer, _ family: Int32) -> IPAddress? {
        switch family {
        case AF_INET:
            let four = pointer.loadUnaligned(as: sockaddr_in.self).sin_addr
            return .v4(withUnsafeBytes(of: four) { Array($0) })
        case AF_INET6:
            let sixteen = pointer.loadUnaligned(as: sockaddr_in6.self).sin6_addr
            return .v6(withUnsafeBytes(of: sixteen) { Array($0) })
        default: return nil
        }
    }
}
