// People from a file: who is new, who changed his post, who has left.
#include <algorithm>
#include <map>

#include "modules/staffing/reading.h"
#include "modules/staffing/rules.h"
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
  bool is_renamed = false;  // or has another login or identity number
};

// Who was refused, and why.
using Refused = std::map<const Posted*, Refusal>;

class StaffSync {
 public:
  StaffSync(const exchange::Ground& ground, const Options& options, Stage& stage, Outcome& outcome)
      : ground_(ground), options_(options), stage_(stage), outcome_(outcome) {
    stage_.read([&](storage::Transaction& tx) {
      for (Unit& unit : identity::units(tx)) units_[unit.code] = std::move(unit);
      for (Posted& one : posted_on(tx, today())) {
        logins_[one.login] = one.staff_no;
        if (one.identity_number_index) numbers_[*one.identity_number_index] = one.staff_no;
        posted_[one.staff_no] = std::move(one);
      }
      for (Planned& one : planned_after(tx, today())) planned_.insert(std::move(one));
    });
  }

  Result<void> run(const std::vector<Line>& lines) {
    const bool is_read = outcome_.failed == 0;
    for (const Line& line : lines) look_at(line);
    if (options_.is_whole) TRY(find_leavers(lines, is_read));
    keep_duties_held();
    if (!transfer_and_leave()) {
      count_plan();
      return {};
    }
    rename();
    hire();
    stage_.read([&](storage::Transaction& tx) {
      for (const auto& lack : identity::lacks(tx, today()))
        outcome_.lacks.push_back({Text<20>::trusted(lack.code), lack.duty});
    });
    return {};
  }

 private:
  Date today() const { return ground_.zone.date(ground_.now()); }

  void refused(const Line& line, const Refusal& refusal) {
    fail(outcome_, line.line, line.row.staff_no.str(), refusal);
  }

  std::optional<std::string> index_of(const StaffRow& row) const {
    return sealing::BlindIndex<privacy::IdentityNumber>::of(ground_.keys, row.identity_number).text;
  }

  // What a row asks for, or why it cannot be.
  void look_at(const Line& line) {
    const StaffRow& row = line.row;
    const auto checked = check(row);
    if (!checked) return refused(line, checked.error());
    const auto found = posted_.find(row.staff_no.str());
    if (found == posted_.end()) {
      hires_.push_back(&line);
      return;
    }
    const Posted& posted = found->second;
    const bool has_number = row.identity_number && index_of(row) != posted.identity_number_index;
    const bool is_renamed = posted.name != row.name.str() || has_number ||
                            (row.login && identity::folded_login(row.login->str()) != posted.login);
    const Change change{&line, &posted, is_transfer(row, posted), is_renamed};
    if (posted.person_id == ground_.actor.person && (change.is_transfer || has_number))
      return refused(line, change.is_transfer
                               ? Refusal{Reason::forbidden, "appointment.yourself", "staff_no"}
                               : Refusal{Reason::forbidden, "person.yourself", "identity_number"});
    if (change.is_transfer || change.is_renamed)
      changes_.push_back(change);
    else
      ++outcome_.unchanged;
  }

  // To another post than he has, or is to have from the day that the row names.
  bool is_transfer(const StaffRow& row, const Posted& posted) const {
    const Id<Unit> unit = units_.at(row.unit.str()).id;
    if (posted.post == row.post.str() && posted.unit_id == unit) return false;
    return !row.since_on ||
           !planned_.contains({posted.person_id, row.post.str(), unit, *row.since_on});
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
    return check_person(row);
  }

  // Who keeps the system is appointed by hand and stands in no file.
  Result<void> check_person(const StaffRow& row) {
    const std::string& staff_no = row.staff_no.str();
    const auto posted = posted_.find(staff_no);
    if (posted != posted_.end()) {
      const identity::Post* has = identity::find_post(posted->second.post);
      if (has != nullptr && has->is_system)
        return refuse(Reason::forbidden, "post.by_hand", "staff_no");
      if (posted->second.status == identity::Status::left)
        return refuse(Reason::conflict, "person.wrong_state", "staff_no");
    }
    if (const auto number = index_of(row);
        number && numbers_.emplace(*number, staff_no).first->second != staff_no)
      return refuse(Reason::conflict, "person.second_account", "identity_number");
    const bool wants_login = row.login || posted == posted_.end();
    const std::string& login = row.login ? row.login->str() : staff_no;
    if (wants_login &&
        logins_.emplace(identity::folded_login(login), staff_no).first->second != staff_no)
      return refuse(Reason::conflict, "person.login_taken", row.login ? "login" : "staff_no");
    return {};
  }

  // Nobody leaves for a row that could not be read: it may have been his.
  Result<void> find_leavers(const std::vector<Line>& lines, bool is_read) {
    if (lines.empty()) return refuse(Reason::invalid, "staffing.nobody");
    std::set<std::string> in_file;
    for (const Line& line : lines) in_file.insert(line.row.staff_no.str());
    std::size_t people = 0;
    for (const auto& [staff_no, posted] : posted_) {
      const identity::Post* post = identity::find_post(posted.post);
      if (post == nullptr || post->is_system || posted.status == identity::Status::left) continue;
      ++people;
      if (!in_file.contains(staff_no) && posted.person_id != ground_.actor.person)
        leavers_.push_back(&posted);
    }
    if (leavers_.size() > leavers_max(people))
      return refuse(Reason::conflict, "staffing.too_many_leavers");
    if (is_read) return {};
    for (const Posted* one : leavers_)
      fail(outcome_, 0, one->staff_no, {Reason::conflict, "staffing.not_sure", "staff_no"});
    leavers_.clear();
    return {};
  }

  using Seat = std::pair<Id<Unit>, Duty>;
  using Seats = std::map<Seat, std::int64_t>;

  static Seat seat(const Posted& posted) { return {posted.unit_id, posted.duty}; }
  Seat seat(const StaffRow& row) const {
    return {units_.at(row.unit.str()).id, identity::find_post(row.post.str())->duty};
  }

  // By those who stay where they are.
  Seats kept() const {
    std::set<const Posted*> gone(leavers_.begin(), leavers_.end());
    for (const Change& one : changes_)
      if (one.is_transfer) gone.insert(one.posted);
    Seats out;
    for (const auto& [staff_no, posted] : posted_)
      if (posted.duty != Duty::none && !gone.contains(&posted)) ++out[seat(posted)];
    return out;
  }

  // No head may go before another comes, and two cannot have one duty. Who is left out stays where
  // he is, so the others are looked at again.
  void keep_duties_held() {
    while (leave_out_second_holders() || leave_out_last_heads()) continue;
  }

  bool leave_out_second_holders() {
    Seats taken = kept();
    const auto is_second = [&](const Line& line) {
      const Seat wanted = seat(line.row);
      if (wanted.second == Duty::none || ++taken[wanted] == 1) return false;
      --taken[wanted];
      refused(line, {Reason::conflict, "appointment.second_holder", "unit"});
      return true;
    };
    const auto hires = std::erase_if(hires_, [&](const Line* line) { return is_second(*line); });
    const auto changes = std::erase_if(
        changes_, [&](const Change& one) { return one.is_transfer && is_second(*one.line); });
    return hires + changes > 0;
  }

  bool leave_out_last_heads() {
    Seats taken = kept();
    for (const Line* line : hires_) ++taken[seat(line->row)];
    for (const Change& one : changes_)
      if (one.is_transfer) ++taken[seat(one.line->row)];
    Refused out;
    const auto look = [&](const Posted* one) {
      if (one->duty == Duty::head && taken[seat(*one)] == 0)
        out.emplace(one, Refusal{Reason::conflict, "unit.without_head", "unit"});
    };
    for (const Change& one : changes_)
      if (one.is_transfer) look(one.posted);
    for (const Posted* one : leavers_) look(one);
    leave_out(out);
    return !out.empty();
  }

  void leave_out(const Refused& refusals) {
    std::erase_if(changes_, [&](const Change& one) {
      const auto found = refusals.find(one.posted);
      if (!one.is_transfer || found == refusals.end()) return false;
      refused(*one.line, found->second);
      return true;
    });
    std::erase_if(leavers_, [&](const Posted* one) {
      const auto found = refusals.find(one);
      if (found != refusals.end()) fail(outcome_, 0, one->staff_no, found->second);
      return found != refusals.end();
    });
  }

  // First all go, then all come, so that no duty has two holders in between.
  Refused go_and_come(Work& work) const {
    Refused out;
    for (const Posted* one : leavers_)
      if (const auto left = identity::leave_for_good(work, one->person_id, reason()); !left)
        out.emplace(one, left.error());
    for (const Change& one : changes_) {
      if (!one.is_transfer) continue;
      const Date since = one.line->row.since_on.value_or(today());
      if (const auto ended = identity::end_main(work, one.posted->person_id, since); !ended)
        out.emplace(one.posted, ended.error());
    }
    for (const Change& one : changes_) {
      if (!one.is_transfer || out.contains(one.posted)) continue;
      const auto taken = identity::appoint(work, one.posted->person_id, appointment(one.line->row));
      if (!taken) out.emplace(one.posted, taken.error());
    }
    return out;
  }

  void count_plan() {
    outcome_.unrehearsed =
        static_cast<std::int64_t>(hires_.size() + changes_.size() + leavers_.size());
    outcome_.created = static_cast<std::int64_t>(hires_.size());
    for (const Change& one : changes_) ++(one.is_transfer ? outcome_.moved : outcome_.changed);
    outcome_.ended = static_cast<std::int64_t>(leavers_.size());
  }

  // In one command. Whoever is refused leaves nothing behind: the rest goes again without him.
  // False where a rehearsal has no room for it.
  bool transfer_and_leave() {
    const auto is_transfer = [](const Change& one) { return one.is_transfer; };
    while (!leavers_.empty() || std::any_of(changes_.begin(), changes_.end(), is_transfer)) {
      if (!stage_.takes(changes_.size() + leavers_.size())) return false;
      Refused refusals;
      stage_.write([&](storage::Transaction& tx) {
        Work work = exchange::work_on(ground_, tx);
        refusals = go_and_come(work);
        return refusals.empty();
      });
      if (refusals.empty()) break;
      leave_out(refusals);
      keep_duties_held();
    }
    outcome_.ended += static_cast<std::int64_t>(leavers_.size());
    outcome_.moved += std::count_if(changes_.begin(), changes_.end(), is_transfer);
    return true;
  }

  identity::NewAppointment appointment(const StaffRow& row) const {
    return {row.post, units_.at(row.unit.str()).id, AppointmentKind::main, row.since_on, {}};
  }

  void rename() {
    for (const Change& one : changes_) {
      if (!one.is_renamed) continue;
      const StaffRow& row = one.line->row;
      std::optional<Refusal> refusal;
      stage_.write([&](storage::Transaction& tx) {
        Work work = exchange::work_on(ground_, tx);
        const auto changed = identity::correct_person(work, one.posted->person_id,
                                                      {row.name, row.login, row.identity_number});
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
  std::set<Planned> planned_;
  std::map<std::string, std::string> logins_;   // whose, by staff number
  std::map<std::string, std::string> numbers_;  // likewise, by their blind index
  std::set<std::string> seen_;
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
  Result<void> ran;
  stage(ground, options, outcome, [&](Stage& stage, Outcome& out) {
    ran = StaffSync(ground, options, stage, out).run(lines);
  });
  TRY(std::move(ran));
  return outcome;
}

}  // namespace xb::staffing
