// Whatever anybody does in whatever order, the books of a case stay right.

#include <set>

#include "modules/complaints/clocks/sources.h"
#include "modules/complaints/followers.h"
#include "modules/complaints/fulfilment/store.h"
#include "modules/complaints/lifecycle_walk_steps_fixture.h"
#include "modules/complaints/offers/store.h"
#include "modules/complaints/preservation/sources.h"
#include "modules/complaints/supervision/store.h"
#include "modules/complaints/tasks/limits.h"
#include "modules/complaints/tasks/store.h"
#include "platform/clocks/replay.h"
#include "platform/clocks/story.h"

namespace xb::complaints {
namespace {

struct Move {
  std::optional<State> from;  // none: it is registered
  State to = State::registered;
};

// The move that an entry tells of.
std::optional<Move> move_of(const evidence::TimelineEntry& entry) {
  if (!entry.kind.starts_with("complaint.")) return {};
  const auto json = parse_json(entry.facts.text);
  const auto state = [&](const char* name) -> std::optional<State> {
    const auto* value = json->get_object().if_contains(name);
    if (value == nullptr || !value->is_string()) return {};
    return named<State>(std::string_view{value->get_string()});
  };
  if (entry.kind == "complaint.registered") return Move{{}, State::registered};
  const auto to = state("to");
  if (!to) return {};
  return Move{state("from"), *to};
}

std::vector<clocks::Source> sources() {
  auto out = task_sources();
  out.push_back(clock_source());
  out.push_back(preservation_source());
  return out;
}

class AnyOrder : public LifecycleWalk {
 protected:
  // One step of somebody on one of the cases; what it did, or that it did nothing.
  void go() {
    now_ = now_ + std::chrono::minutes{4};
    const Id<Complaint> id = cases_[below(cases_.size())];
    Traces& before = known_.at(id.number);
    const WalkStep& step = choose(before.state);
    const Actor actor = choose_actor(step, id);
    Traces after_it;
    std::vector<evidence::TimelineEntry> told;
    const auto done = bank_.write(actor, now_, [&](Work& work) -> Result<void> {
      EXPECT_EQ(traces(work, id), before) << "a refused step left something behind";
      TRY(step.take(work, id));
      after_it = traces(work, id);
      told = evidence::timeline(work, id.number, before.entries, 20);
      return {};
    });
    if (!done) {
      ++refused_;
      return;
    }
    ++taken_[step.name];
    check(step.name, before, after_it, told);
    before = after_it;
  }

  // Every move is legal and told once; what changed has a version more for each entry of it.
  void check(const std::string& step, const Traces& before, const Traces& now,
             const std::vector<evidence::TimelineEntry>& told) {
    SCOPED_TRACE(step);
    State state = before.state;
    std::int64_t moves = 0;
    EXPECT_FALSE(told.empty());
    for (const auto& entry : told) {
      const auto move = move_of(entry);
      if (!move) continue;
      ++moves;
      EXPECT_EQ(move->from, state) << entry.kind;
      state = move->to;
      const auto table = lifecycle();
      EXPECT_TRUE(std::any_of(table.begin(), table.end(), [&](const Step& one) {
        return one.from == *move->from && one.to == move->to;
      })) << entry.kind;
      reached_.insert(move->to);
    }
    EXPECT_EQ(state, now.state);
    EXPECT_LE(moves, 2);  // a proposal that nobody has to approve is decided at once
    const auto changes = std::count_if(told.begin(), told.end(), [](const auto& entry) {
      return entry.kind.starts_with("complaint.") && entry.kind != "complaint.opened";
    });
    EXPECT_EQ(now.version - before.version, changes);
  }

  void sweep() {
    const auto told = bank_.write(Actor::system(), now_, [](Work& work) -> Result<std::size_t> {
      return clocks::send_notices(work, sources());
    });
    ASSERT_TRUE(told.has_value());
    bank_.read(Actor::system(), [&](Work& work) {
      for (const Id<Complaint> id : cases_) known_.at(id.number) = traces(work, id);
      return true;
    });
  }

  void check_case(Work& work, Id<Complaint> id) {
    SCOPED_TRACE(id.number);
    const auto complaint = *find_complaint(work, Actor::system(), id);
    std::optional<State> replayed;
    for (const auto& entry : evidence::timeline(work, id.number, 0, 1000))
      if (const auto move = move_of(entry)) replayed = move->to;
    EXPECT_EQ(replayed, complaint.state);
    const bool over = is_over(complaint.state);
    const auto clocks = clocks::clocks_of(work.tx, id.number);
    const auto runs = [&](std::string_view span) {
      return std::any_of(clocks.begin(), clocks.end(), [&](const clocks::Clock& clock) {
        return !clock.stopped_at && (span.empty() || clock.span == span);
      });
    };
    EXPECT_FALSE(over && runs({}));
    EXPECT_TRUE(over || complaint.answered_at || runs("decide"));
    EXPECT_EQ(complaint.due_at, clocks::first_due_at(clocks));
    EXPECT_EQ(over, complaint.closed_at.has_value());
    if (over) check_nothing_open(work, id);
    check_parts(work, complaint);
  }

  static void check_nothing_open(Work& work, Id<Complaint> id) {
    for (const Task& one : task_rows(work, id)) {
      EXPECT_TRUE(one.ended_at.has_value());
      for (const auto& clock : clocks::clocks_of(work.tx, one.id.number))
        EXPECT_TRUE(clock.stopped_at.has_value());
    }
    for (const Offer& one : offer_rows(work, id)) EXPECT_TRUE(one.settled_at.has_value());
    for (const Supervision& one : supervision_rows(work, id)) EXPECT_TRUE(one.ended_at.has_value());
    EXPECT_TRUE(approvals::open_of(work, id.number).empty());
  }

  static void check_parts(Work& work, const Complaint& complaint) {
    for (const Proposal& one : proposals_in(work, complaint.id))
      EXPECT_TRUE(one.state != ProposalState::waiting || complaint.state == State::proposed);
    // What is kept from somebody is kept from him in all its parts.
    for (const Task& one : task_rows(work, complaint.id))
      EXPECT_EQ(one.accused_id, complaint.accused_id);
    for (const Supervision& one : supervision_rows(work, complaint.id))
      EXPECT_EQ(one.accused_id, complaint.accused_id);
    // Whatever was promised can still be kept, and told.
    for (const Fulfilment& one : fulfilments_in(work, complaint.id))
      EXPECT_TRUE(one.state != FulfilmentState::open || after(complaint.state, Action::fulfil));
  }

  // What a follower counts, and what is counted by looking at each.
  void check_counts(const Actor& viewer) {
    std::map<State, std::int64_t> counted, plain;
    bank_.read(viewer, [&](Work& work) {
      const auto told = count(work);
      for (const StateCount& one : told->items)
        if (one.count != 0) counted[one.state] = one.count;
      for (const Id<Complaint> id : cases_)
        if (const auto found = find_complaint(work, viewer, id)) ++plain[found->state];
      return true;
    });
    EXPECT_EQ(counted, plain);
  }

  // Clocks that are not as the log tells of them.
  std::size_t differences() {
    std::size_t out = 0;
    for (std::optional<std::int64_t> after = 0; after;)
      bank_.read(Actor::system(), [&](Work& work) {
        work.now = now_;
        const auto page = clocks::compare_clocks(work, sources(), *after, 100);
        out += page.differences.size();
        after = page.next;
        return true;
      });
    return out;
  }

  std::map<std::int64_t, Traces> known_;
  std::map<std::string, std::size_t> taken_;
  std::set<State> reached_;
  std::size_t refused_ = 0;
};

TEST_P(AnyOrder, TheBooksOfEveryCaseStayRight) {
  constexpr std::size_t cases = 300, steps_of_each = 25;
  for (std::size_t i = 0; i < cases; ++i) {
    const Id<Complaint> id = begin();
    bank_.read(Actor::system(), [&](Work& work) {
      known_[id.number] = traces(work, id);
      return true;
    });
  }
  for (std::size_t i = 1; i <= cases * steps_of_each; ++i) {
    go();
    if (i % 1'500 == 0) sweep();
  }
  bank_.place();
  evidence::Followers followers(bank_.database(), {counting()});
  while (followers.step()) continue;
  for (const Id<Complaint> id : cases_)
    bank_.read(Actor::system(), [&](Work& work) {
      check_case(work, id);
      return true;
    });
  for (const Actor& viewer : everybody_) check_counts(viewer);
  EXPECT_EQ(differences(), 0u);
  // The walk went everywhere, but for what a lot is drawn for and what a third person reviews.
  const std::set<Action> rare{Action::check_sample, Action::review_finding};
  for (const WalkStep& step : steps_)
    EXPECT_TRUE(taken_[step.name] > 0 || (step.action && rare.contains(*step.action))) << step.name;
  EXPECT_GT(refused_, 1'000u);
  for_each_enumerator<State>([&](std::string_view name, State state) {
    EXPECT_TRUE(state == State::registered || reached_.contains(state)) << name;
  });
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, AnyOrder, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
