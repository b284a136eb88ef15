// People from a file: who is new, who changed his post, who has left.
#include <algorithm>
#include <map>

#include "modules/staffing/reading.h"
#include "modules/staffing/service.h"
#include "modules/staffing/stage.h"
#include "modules/staffing/store.h"
#include "platform/identity/organisation/service.h"
#include "platform/identity/people/service.h"
#include "platform/identity/people/store.h"
#include "platform/identity/posts.h"
#include "platform/identity/rules.h"

namespace xb::staffing {
namespace {

using identity::AppointmentKind;
using identity::Duty;

using Line = Lined<StaffRow>;

constexpr std::size_t hired_a_command = 100;

const identity::Motive& reason() {
  static const auto text = identity::Motive::trusted("人员数据同步");
  return text;
}

struct Change {
  const Line* line = nullptr;
  const Posted* posted = nullptr;  // who is in the bank already
  bool is_transfer = false;
  bool is_named_anew = false;
};

class StaffSync {
 public:
  StaffSync(const exchange::Ground& ground, const Options& options, Stage& stage, Outcome& outcome)
      : ground_(ground), options_(options), stage_(stage), outcome_(outcome) {
    stage_.read([&](storage::Transaction& tx) {
      const Date today = ground_.zone.date(ground_.now());
      for (Unit& unit : identity::units(tx)) units_[unit.code] = std::move(unit);
      for (Posted& one : posted_on(tx, today)) posted_[one.staff_no] = std::move(one);
    });
  }

  void run(const std::vector<Line>& lines) {
    for (const Line& line : lines) look_at(line);
    if (options_.is_whole) find_leavers(lines);
    keep_duties_held();
    if (!stage_.takes(changes_.size() + leavers_.size())) return count_plan();
    transfer_and_leave();
    rename();
    hire();
    stage_.read([&](storage::Transaction& tx) {
      for (const auto& lack : identity::lacks(tx, ground_.zone.date(ground_.now())))
        outcome_.lacks.push_back({Text<20>::trusted(lack.code), lack.duty});
    });
  }

 private:
  void refused(const Line& line, const Refusal& refusal) {
    fail(outcome_, line.line, line.row.staff_no.str(), refusal);
  }

  // What a row asks for, or why it cannot be.
  void look_at(const Line& line) {
    const StaffRow& row = line.row;
    const auto checked = check(row);
    if (!checked) return refused(line, checked.error());
    if (row.identity_number) numbers_.insert(row.identity_number->reveal());
    const auto found = posted_.find(row.staff_no.str());
    if (found == posted_.end()) {
      hires_.push_back(&line);
      return;
    }
    const Posted& posted = found->second;
    Change change{&line, &posted, false, posted.name != row.name.str()};
    change.is_transfer =
        posted.post != row.post.str() || posted.unit_id != units_.at(row.unit.str()).id;
    if (change.is_transfer && posted.person_id == ground_.actor.person)
      return refused(line, {Reason::forbidden, "appointment.yourself", "staff_no"});
    if (change.is_transfer || change.is_named_anew)
      changes_.push_back(change);
    else
      ++outcome_.unchanged;
  }

  Result<void> check(const StaffRow& row) {
    if (!seen_.insert(row.staff_no.str()).second)
      return refuse(Reason::invalid, "person.twice", "staff_no");
    const auto unit = units_.find(row.unit.str());
    if (unit == units_.end()) return refuse(Reason::invalid, "unit.missing", "unit");
    if (unit->second.closed_on) return refuse(Reason::invalid, "unit.closed", "unit");
    const identity::Post* post = identity::find_post(row.post.str());
    if (post == nullptr) return refuse(Reason::invalid, "post.missing", "post");
    if (post->is_system) return refuse(Reason::forbidden, "post.by_hand", "post");
    if (!identity::exists_in(*post, unit->second))
      return refuse(Reason::invalid, "post.not_here", "post");
    if (row.identity_number && numbers_.contains(row.identity_number->reveal()))
      return refuse(Reason::conflict, "person.second_account", "identity_number");
    const auto posted = posted_.find(row.staff_no.str());
    if (posted != posted_.end() && posted->second.status == identity::Status::left)
      return refuse(Reason::conflict, "person.wrong_state", "staff_no");
    return {};
  }

  // Who keeps the system is appointed by hand and stands in no file.
  void find_leavers(const std::vector<Line>& lines) {
    std::set<std::string> in_file;
    for (const Line& line : lines) in_file.insert(line.row.staff_no.str());
    for (const auto& [staff_no, posted] : posted_) {
      const identity::Post* post = identity::find_post(posted.post);
      const bool stays = in_file.contains(staff_no) || post == nullptr || post->is_system ||
                         posted.status == identity::Status::left ||
                         posted.person_id == ground_.actor.person;
      if (!stays) leavers_.push_back(&posted);
    }
  }

  using Seat = std::pair<Id<Unit>, Duty>;

  static Seat seat(const Posted& posted) { return {posted.unit_id, posted.duty}; }
  Seat seat(const StaffRow& row) const {
    return {units_.at(row.unit.str()).id, identity::find_post(row.post.str())->duty};
  }

  // No head may go before another comes, and two cannot have one duty.
  void keep_duties_held() {
    std::map<Seat, std::int64_t> taken;  // by those who stay or come
    std::set<std::string> gone;
    for (const Posted* one : leavers_) gone.insert(one->staff_no);
    for (const Change& one : changes_)
      if (one.is_transfer) gone.insert(one.posted->staff_no);
    for (const auto& [staff_no, posted] : posted_)
      if (posted.duty != Duty::none && !gone.contains(staff_no)) ++taken[seat(posted)];
    const auto comes = [&](const Line& line) {
      const Seat wanted = seat(line.row);
      if (wanted.second == Duty::none || ++taken[wanted] == 1) return true;
      --taken[wanted];
      refused(line, {Reason::conflict, "appointment.second_holder", "unit"});
      return false;
    };
    std::erase_if(hires_, [&](const Line* line) { return !comes(*line); });
    std::erase_if(changes_,
                  [&](const Change& one) { return one.is_transfer && !comes(*one.line); });
    const auto leaves_empty = [&](const Posted& posted) {
      return posted.duty == Duty::head && taken[seat(posted)] == 0;
    };
    const Refusal without{Reason::conflict, "unit.without_head", "unit"};
    std::erase_if(changes_, [&](const Change& one) {
      const bool is_bad = one.is_transfer && leaves_empty(*one.posted);
      if (is_bad) refused(*one.line, without);
      return is_bad;
    });
    std::erase_if(leavers_, [&](const Posted* one) {
      const bool is_bad = leaves_empty(*one);
      if (is_bad) fail(outcome_, 0, one->staff_no, without);
      return is_bad;
    });
  }

  void count_plan() {
    outcome_.unrehearsed =
        static_cast<std::int64_t>(hires_.size() + changes_.size() + leavers_.size());
    outcome_.created = static_cast<std::int64_t>(hires_.size());
    for (const Change& one : changes_) ++(one.is_transfer ? outcome_.moved : outcome_.changed);
    outcome_.ended = static_cast<std::int64_t>(leavers_.size());
  }

  // In one command: first all go, then all come, so that no duty has two holders in between.
  void transfer_and_leave() {
    const bool has_any =
        !leavers_.empty() || std::any_of(changes_.begin(), changes_.end(),
                                         [](const Change& one) { return one.is_transfer; });
    if (!has_any) return;
    Outcome outcome;
    stage_.write([&](storage::Transaction& tx) {
      outcome = outcome_;
      Work work = exchange::work_on(ground_, tx);
      for (const Posted* one : leavers_) {
        const auto left = identity::leave_for_good(work, one->person_id, reason());
        if (left)
          ++outcome.ended;
        else
          fail(outcome, 0, one->staff_no, left.error());
      }
      for (const Change& one : changes_)
        if (one.is_transfer) identity::vacate(work, one.posted->person_id);
      for (const Change& one : changes_)
        if (one.is_transfer) take_up(work, one, outcome);
      return true;
    });
    outcome_ = std::move(outcome);
  }

  void take_up(Work& work, const Change& one, Outcome& outcome) const {
    const auto taken = identity::appoint(work, one.posted->person_id, appointment(one.line->row));
    if (taken)
      ++outcome.moved;
    else
      fail(outcome, one.line->line, one.line->row.staff_no.str(), taken.error());
  }

  identity::NewAppointment appointment(const StaffRow& row) const {
    return {row.post, units_.at(row.unit.str()).id, AppointmentKind::main, row.since_on, {}};
  }

  void rename() {
    for (const Change& one : changes_) {
      if (!one.is_named_anew) continue;
      std::optional<Refusal> refusal;
      stage_.write([&](storage::Transaction& tx) {
        Work work = exchange::work_on(ground_, tx);
        const auto changed = identity::change_person(
            work, one.posted->person_id, {one.line->row.name, {}, one.line->row.identity_number});
        refusal = changed ? std::nullopt : std::optional{changed.error()};
        return changed.has_value();
      });
      if (refusal)
        refused(*one.line, *refusal);
      else if (!one.is_transfer)
        ++outcome_.changed;
    }
  }

  // A refusal undoes the group, which then goes one by one.
  void hire() {
    for (std::size_t at = 0; at < hires_.size(); at += hired_a_command) {
      const std::span<const Line* const> group(hires_.data() + at,
                                               std::min(hired_a_command, hires_.size() - at));
      if (!stage_.takes(group.size())) {
        outcome_.created += static_cast<std::int64_t>(group.size());
        outcome_.unrehearsed += static_cast<std::int64_t>(group.size());
        continue;
      }
      if (hire(group)) continue;
      for (const Line*& line : std::span(hires_).subspan(at, group.size())) hire({&line, 1});
    }
  }

  bool hire(std::span<const Line* const> group) {
    std::optional<Refusal> refusal;
    stage_.write([&](storage::Transaction& tx) {
      refusal.reset();
      Work work = exchange::work_on(ground_, tx);
      for (const Line* line : group) {
        const StaffRow& row = line->row;
        const auto hired = identity::hire(
            work, {row.staff_no, row.login, row.name, row.identity_number, appointment(row)});
        if (!hired) {
          refusal = hired.error();
          return false;
        }
      }
      return true;
    });
    if (!refusal) outcome_.created += static_cast<std::int64_t>(group.size());
    if (refusal && group.size() == 1) refused(*group.front(), *refusal);
    return !refusal;
  }

  const exchange::Ground& ground_;
  const Options& options_;
  Stage& stage_;
  Outcome& outcome_;
  std::map<std::string, Unit> units_;
  std::map<std::string, Posted> posted_;
  std::set<std::string> seen_;
  std::set<std::string> numbers_;
  std::vector<const Line*> hires_;
  std::vector<Change> changes_;
  std::vector<const Posted*> leavers_;
};

}  // namespace

std::set<std::string> staff_fields() {
  std::set<std::string> out;
  for_each_member<StaffRow>([&](std::string_view name, auto) { out.emplace(name); });
  return out;
}

Result<Outcome> bring_people(const exchange::Ground& ground, const exchange::Mapping& mapping,
                             std::string bytes, const Options& options) {
  Outcome outcome;
  const auto lines = TRY(read_rows<StaffRow>(mapping, std::move(bytes), ground.zone, outcome));
  stage(ground, options, outcome,
        [&](Stage& stage, Outcome& out) { StaffSync(ground, options, stage, out).run(lines); });
  return outcome;
}

}  // namespace xb::staffing
