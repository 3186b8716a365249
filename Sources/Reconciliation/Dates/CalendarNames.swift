/// The names of the calendar in English, for messages and for reading days as they are written.
enum CalendarNames {
    /// Monday first, as ISO 8601 counts.
    static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    /// January first.
    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
