import Graphs
import Plans
import TestSupport
import Testing

@testable import Linkage

@Suite("The network that leaders are measured on")
struct LeaderNetworkTests {
  /// A plan of leaders that are tied to one another and to nothing else.
  private func people(_ ties: String) throws -> LeaderNetwork {
    let pairs = ties.split(separator: " ").map { $0.split(separator: "-").map(String.init) }
    let names = Set(pairs.joined()).sorted()
    let plans = try SomePlans.graph([
      "p": [
        "leaders": "id,name\n" + names.map { "\($0),\($0)\n" }.joined(),
        "links": "from,relation,to\n" + pairs.map { "\($0[0]),partners,\($0[1])\n" }.joined(),
      ]
    ])
    return LeaderNetwork(plans, plan: 0)
  }

  private func measures(_ network: LeaderNetwork, of id: String) throws -> LeaderMeasures {
    let node = try #require(network.plans.nodes(named: id).first)
    return try #require(
      LeaderMeasures.all(network, asOf: PlanDate(year: 2025)).first { $0.leader == node })
  }

  /// Marriages between families of Florence.
  ///
  /// J. F. Padgett & C. K. Ansell, *Robust action and the rise of the Medici*, AJS 98 (1993).
  private static let marriages = """
    Acciaiuoli-Medici Albizzi-Ginori Albizzi-Guadagni Albizzi-Medici Barbadori-Castellani \
    Barbadori-Medici Bischeri-Guadagni Bischeri-Peruzzi Bischeri-Strozzi Castellani-Peruzzi \
    Castellani-Strozzi Guadagni-Lamberteschi Guadagni-Tornabuoni Medici-Ridolfi Medici-Salviati \
    Medici-Tornabuoni Pazzi-Salviati Peruzzi-Strozzi Ridolfi-Strozzi Ridolfi-Tornabuoni
    """

  @Test("gives the families of Florence their published betweenness")
  func florence() throws {
    let network = try people(Self.marriages)
    #expect(network.nodes.count == 15 && network.graph.edgeCount == 20)
    #expect(abs(try measures(network, of: "Medici").betweenness - 47.5 / 91) < 1e-9)
    #expect(
      abs(try measures(network, of: "Guadagni").betweenness - 23.166_666_666_666_7 / 91) < 1e-9)
    #expect(try measures(network, of: "Pazzi").betweenness == 0)
  }

  @Test("gives the people of Burt's and Borgatti's example their constraint and effective size")
  func structuralHoles() throws {
    let network = try people("A-B A-F A-G A-E E-G F-G B-G B-D D-G G-C")
    let (g, a) = (try measures(network, of: "G"), try measures(network, of: "A"))
    #expect(abs(try #require(g.constraint) - 0.400) < 5e-4)
    #expect(abs(try #require(a.constraint) - 0.595) < 5e-4)
    #expect(abs(try #require(g.effectiveSize) - 4.67) < 5e-3)
    #expect(abs(try #require(a.effectiveSize) - 2.5) < 5e-3)
  }

  @Test("counts a pair once however often and whichever way it is tied, and nobody with oneself")
  func parallelTies() throws {
    let network = try people("A-B B-A A-A B-C")
    #expect(network.graph.edgeCount == 2)
    #expect(try measures(network, of: "A").degree == 1)
  }

  @Test("leaves out plans, issues and who asks whom, but tells who is asked by whom")
  func leftOut() throws {
    let plans = try SomePlans.graph([
      "p": [
        "leaders": "id,name,issues\nL1,ก,น้ำ\nL2,ข,น้ำ\nL3,ค,\n",
        "activities": "id,name,issues\nA1,งาน,น้ำ\n",
        "places": "id,name\nV1,บ้าน\n",
        "links":
          "from,relation,to\nL1,asked_by,L2\nL1,asked_by,V1\nL1,Asked By,L2\nL1,asked_by,L1\n",
      ]
    ])
    let network = LeaderNetwork(plans, plan: 0)
    #expect(network.graph.edgeCount == 0 && network.people.edgeCount == 0)
    let kinds = Set(network.nodes.map(plans.graph.kind(of:)))
    #expect(kinds == [.leader, .activity, .place])
    #expect(network.hasAskers && network.askers(of: network.leaders[0])?.count == 2)
    #expect(network.askers(of: network.leaders[1]) == nil)
    let measures = LeaderMeasures.all(network, asOf: PlanDate(year: 2025))
    #expect(measures.map(\.askers) == [2, nil, nil])
    #expect(
      measures.allSatisfy { $0.constraint == nil && $0.diffusion == 0 && $0.betweenness == 0 })
  }

  @Test("ties two people by each activity, group, fund and link that they share, not by a village")
  func projection() throws {
    let plans = try SomePlans.graph([
      "p": [
        "places": "id,name\nV1,บ้าน\n",
        "funds": "id,name\nF1,ออม\n",
        "organisations": "id,name\nO1,กลุ่ม\n",
        "leaders":
          "id,name,place,funds,organisations\nL1,ก,V1,F1,O1\nL2,ข,V1,F1,O1\nL3,ค,V1,,O1\nL4,ง,V1,,\n",
        "activities": "id,name,leaders,places\nA1,งาน,L1;L2,V1\n",
        "links": "from,relation,to\nL2,พี่น้อง,L1\n",
      ]
    ])
    let network = LeaderNetwork(plans, plan: 0)
    #expect(network.people.edges.map { [$0.0, $0.1] } == [[0, 1], [0, 2], [1, 2]])
    #expect(network.people.weights(of: 0) == [4, 1])
    #expect(network.companions(of: network.leaders[3]) == 0)
  }

  @Test("is that of the plan alone, whatever else is loaded", arguments: 1...4)
  func ownPlan(seed: UInt64) throws {
    let alone = try RandomPlans.graph(seed: seed, plans: 1)
    let among = try RandomPlans.graph(seed: seed, plans: 3)
    let day = PlanDate(year: 2025)
    let pairs = [(alone, LeaderNetwork(alone, plan: 0)), (among, LeaderNetwork(among, plan: 0))]
    let found = pairs.map { plans, network in
      LeaderMeasures.all(network, asOf: day).map {
        "\(plans.id(of: $0.leader)) \($0.degree) \($0.betweenness) \($0.diffusion) \($0.reach.count) "
          + "\(String(describing: $0.constraint)) \($0.brokerage.fundAndState)"
      }
    }
    #expect(found[0] == found[1])
  }

  @Test("reaches what lies within two steps, but not through a village", arguments: 1...6)
  func reach(seed: UInt64) throws {
    let plans = try RandomPlans.graph(seed: seed)
    let network = LeaderNetwork(plans, plan: 0)
    for leader in network.leaders {
      // By hand: over the plan's ties as they were typed.
      var near: [Set<NodeID>] = [[leader], [], []]
      for step in 1...2 {
        for tie in plans.plans[0].ties {
          let ends = [plans.node(of: tie.from), plans.node(of: tie.to)]
          for (from, to) in [(ends[0], ends[1]), (ends[1], ends[0])]
          where near[step - 1].contains(from)
            && ![.place, .issue, .plan].contains(plans.graph.kind(of: from))
          {
            near[step].insert(to)
          }
        }
      }
      let all = near[1].union(near[2])
      func count(_ kind: NodeKind) -> Int { all.count { plans.graph.kind(of: $0) == kind } }
      var marks = [Bool](repeating: false, count: network.nodes.count)
      let reach = Reach(of: leader, in: network, marking: &marks)
      #expect(!marks.contains(true))
      #expect(reach.activities.count == count(.activity))
      #expect(reach.places.count == count(.place))
      #expect(reach.issues.count == count(.issue))
    }
  }

  @Test("takes work that names more than half of the places for nobody's village")
  func localPlaces() throws {
    let plans = try SomePlans.graph([
      "p": [
        "places": "id,name\nV1,ก\nV2,ข\nV3,ค\nV4,ง\n",
        "leaders": "id,name,place\nL1,คน,V4\n",
        "activities": "id,name,places,leaders\nA1,งาน,V1;V2;V3,L1\nA2,งานสอง,V1;V2,L1\n",
      ]
    ])
    let network = LeaderNetwork(plans, plan: 0)
    let places = network.places(of: network.leaders[0]).map { plans.record(of: $0)?.id }
    #expect(places == ["V1", "V2", "V4"])
  }
}
