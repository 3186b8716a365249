import ArgumentParser

@main
struct HeadwaterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "headwater",
        abstract: "Reads many news reports of one story and gives back one account of it.")
}
