public import TextCore

/// What one side does to another by word or deed, as a sentence tells it: it demands, refuses, threatens, attacks.
public struct Interaction: Hashable, Sendable {
    /// The event types of PLOVER as its gold standard records have them.
    public enum Kind: String, Sendable, CaseIterable {
        case agree = "AGREE"
        case consult = "CONSULT"
        case support = "SUPPORT"
        case cooperate = "COOPERATE"
        case aid = "AID"
        case concede = "CONCEDE"
        case retreat = "RETREAT"
        case investigate = "INVESTIGATE"
        case demand = "DEMAND"
        case disapprove = "DISAPPROVE"
        case reject = "REJECT"
        case threaten = "THREATEN"
        case protest = "PROTEST"
        case mobilize = "MOBILIZE"
        case sanction = "SANCTION"
        case coerce = "COERCE"
        case assault = "ASSAULT"
        case fight = "FIGHT"

        /// The type of PLOVER's second edition, which has sixteen.
        public var type: String {
            switch self {
            case .demand: "REQUEST"
            case .disapprove, .investigate: "ACCUSE"
            case .fight: "ASSAULT"
            default: rawValue
            }
        }

        /// Whether it is done to somebody's harm.
        var isHostile: Bool {
            switch self {
            case .protest, .mobilize, .sanction, .coerce, .assault, .fight, .threaten: true
            default: false
            }
        }
    }

    /// What kind of deed it is.
    public var kind: Kind
    /// The word that tells it.
    public var trigger: TextSpan
    /// Who does it; empty where the sentence names nobody.
    public var sources: [TextSpan]
    /// Whom it is done to; empty where the sentence names nobody.
    public var targets: [TextSpan]
}
