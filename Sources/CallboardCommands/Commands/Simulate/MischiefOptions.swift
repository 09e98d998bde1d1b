import ArgumentParser
import CallSimulator

/// What happens to callbacks on their way. Those that tell no time are neither late nor overtaken.
struct MischiefOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The share of callbacks that come twice.", valueName: "per cent"),
    transform: ValueRule<Double>.share.argument)
  var duplicate = 0.0

  @Option(
    help: ArgumentHelp("The share of callbacks that get lost for good.", valueName: "per cent"),
    transform: ValueRule<Double>.share.argument)
  var drop = 0.0

  @Flag(help: "Callbacks that tell their time overtake each other by up to 8 s.")
  var reorder = false

  @Option(
    help: ArgumentHelp(
      "One in twenty callbacks that tell their time comes so late, or half of that.",
      valueName: "time"),
    transform: ValueRule<TimeSpan>.time.argument)
  var late: TimeSpan?

  @Flag(help: "Values are spelled as oddly as they really come; they say the same.")
  var oddValues = false

  var plan: Mischief.Plan {
    var plan = Mischief.Plan()
    plan.duplicate = duplicate
    plan.drop = drop
    plan.reorders = reorder
    plan.late = late?.duration ?? .zero
    plan.hasOddValues = oddValues
    return plan
  }
}
