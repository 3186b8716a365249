import Foundation

/// The gold account of an example story, as its author wrote it.
struct Gold: Decodable {
    struct DocumentPiece: Decodable {
        var id: String, file: String, title: String?, byline: String?, outlet: String?, publisher: String?
        var datelinePlace: String?
    }
    struct BlockPiece: Decodable { var id: String, file: String, exact: String, type: String }
    struct OriginPiece: Decodable { var id: String, kind: String, name: String, of: String, files: [String] }
    struct DerivationPiece: Decodable {
        var id: String, file: String, from: String, kinds: [String], directionKnown: Bool, credited: Bool?
    }
    struct IndependentPiece: Decodable { var id: String, files: [String] }
    struct StatementPiece: Decodable { var file: String, exact: String, chain: [String]?, modality: String? }
    struct ClaimPiece: Decodable {
        var id: String, statements: [StatementPiece], documents: Int?, origins: Int?, ultimateSources: Int?
        var status: String?
    }
    struct ValuePiece: Decodable { var file: String, exact: String, low: Double?, high: Double?, bound: String? }
    struct FigurePiece: Decodable { var id: String, verdict: String, values: [ValuePiece] }
    struct QuantityPiece: Decodable {
        var id: String, file: String, exact: String, low: Double?, high: Double?, bound: String?, unit: String?
    }
    struct Side: Decodable { var file: String, exact: String }
    struct DiscrepancyPiece: Decodable { var id: String, kinds: [String], sides: [Side] }
    struct QuotationPiece: Decodable { var id: String, file: String, exact: String, speaker: String, style: String }
    struct VersionsPiece: Decodable { var id: String, members: [Side] }
    struct CreditPiece: Decodable { var id: String, file: String, within: String, names: [String] }
    struct TimePiece: Decodable { var id: String, file: String, exact: String, value: String }
    struct ActorPiece: Decodable { var id: String, name: String, kind: String, names: [String]?, role: String? }
    struct PlacePiece: Decodable { var id: String, name: String, latitude: Double, longitude: Double }
    struct ExchangePiece: Decodable { var id: String, from: String, to: String, thing: String, statuses: [String] }
    struct Gap: Decodable { var id: String, reason: String }

    var documents: [DocumentPiece], blocks: [BlockPiece], origins: [OriginPiece], derivations: [DerivationPiece]
    var independent: [IndependentPiece], claims: [ClaimPiece], figures: [FigurePiece], quantities: [QuantityPiece]
    var discrepancies: [DiscrepancyPiece], quotations: [QuotationPiece], versions: [VersionsPiece]
    var credits: [CreditPiece], times: [TimePiece], actors: [ActorPiece], places: [PlacePiece]
    var exchanges: [ExchangePiece], knownGaps: [Gap]

    /// Reads `gold.json` of an example.
    static func read(_ example: URL) throws -> Gold {
        try JSONDecoder().decode(Gold.self, from: Data(contentsOf: example.appending(path: "gold.json")))
    }
}
