/// What becomes of some of the calls.
package struct Flow: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A caller goes through the steps until somebody answers.
    case inbound([Step])
    /// The API connects an agent, then a customer.
    case outbound(Outbound)
  }

  package var name: String?
  /// How many of the calls go this way, beside the weights of the other flows. Where none has one, they
  /// come in turn.
  package var weight: Int?
  /// The label or number of the line; any line for nil.
  package var line: String?
  /// Which products tell of these calls; never empty.
  package var tellers: Set<Teller>
  package var kind: Kind

  /// Without `tellers`, Connect tells of calls that come in, and StatusCallbacks of those that go out.
  package init(
    name: String? = nil, weight: Int? = nil, line: String? = nil, tellers: Set<Teller> = [],
    kind: Kind
  ) {
    self.name = name
    self.weight = weight
    self.line = line
    self.tellers = tellers.isEmpty ? [kind.usualTeller] : tellers
    self.kind = kind
  }

  package enum Step: Hashable, Sendable {
    /// The caller listens to something.
    case wait(TimeSpread)
    /// An applet asks a URL how to go on.
    case ask(Asking)
    /// A bot talks with the caller.
    case bot(Bot)
    case dial(Dialing)
    case voicemail(TimeSpread)
    /// The caller hangs up.
    case hangUp
  }

  /// Who is meant of the agents.
  package enum Who: Hashable, Sendable {
    case anyone
    case team(String)
    /// By their names or numbers, in this order.
    case agents([String])
  }

  package enum Order: String, Hashable, Sendable, CaseIterable {
    case oneByOne = "one-by-one"
    case allAtOnce = "all-at-once"
  }

  /// What becomes of one attempt to reach an agent.
  package enum Fate: String, Hashable, Sendable, CaseIterable {
    case answers
    case noAnswer = "no-answer"
    case rejects
    case fails
    case callerLeaves = "caller-leaves"
  }

  /// A Connect applet.
  package struct Dialing: Hashable, Sendable {
    package var who = Who.anyone
    package var order = Order.oneByOne
    /// One by one the number of attempts, all at once the number of agents.
    package var most = 3
    /// How long it rings where nobody answers.
    package var rings = TimeSpread.exactly(30)
    /// How long a caller waits who leaves.
    package var patience = TimeSpread.between(8...40)
    /// Of the first attempt, of the second, …; the last one holds for all further ones. All at once: the
    /// first one holds for all. Never empty.
    package var fates = [Weights(Fate.answers)]

    package init() {}
  }

  /// What becomes of one leg of an outbound call.
  package enum LegFate: String, Hashable, Sendable, CaseIterable {
    case answers
    case noAnswer = "no-answer"
    case rejects
    case fails
    case canceled
  }

  package struct Outbound: Hashable, Sendable {
    package var who = Who.anyone
    package var agent = Weights(LegFate.answers)
    package var customer = Weights(LegFate.answers)
    /// How long it rings at the customer before an answer.
    package var customerAnswers = TimeSpread.between(3...18)
    /// How long it rings where nobody answers.
    package var rings = TimeSpread.exactly(30)

    package init() {}
  }
}
