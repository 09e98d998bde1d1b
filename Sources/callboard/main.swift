import CallboardCommands

await Callboard.start()
