// Units from a file.
#include <algorithm>
#include <map>

#include "modules/staffing/reading.h"
#include "modules/staffing/service.h"
#include "modules/staffing/stage.h"
#include "platform/identity/organisation/service.h"
#include "platform/identity/rules.h"

namespace xb::staffing {
namespace {

using identity::UnitKind;

using Line = Lined<UnitRow>;

const identity::Motive& reason() {
  static const auto text = identity::Motive::trusted("机构数据同步");
  return text;
}

class UnitSync {
 public:
  UnitSync(const exchange::Ground& ground, Stage& stage, Outcome& outcome)
      : ground_(ground), stage_(stage), outcome_(outcome) {
    stage_.read([&](storage::Transaction& tx) {
      for (Unit& unit : identity::units(tx)) known_[unit.code] = std::move(unit);
    });
  }

  void run(std::vector<Line> lines) {
    keep_once(lines);
    for (const Line& line : lines) planned_[line.row.code.str()] = &line;
    std::vector<const Line*> good;
    for (const Line& line : lines) {
      const auto checked = check(line.row);
      if (checked)
        good.push_back(&line);
      else
        fail(outcome_, line.line, line.row.code.str(), checked.error());
    }
    // What stands above comes first; closing goes from below.
    std::stable_sort(good.begin(), good.end(),
                     [&](const Line* a, const Line* b) { return depth(*a) < depth(*b); });
    for (const Line* line : good) apply(*line, &UnitSync::bring);
    for (auto it = good.rbegin(); it != good.rend(); ++it)
      if ((*it)->row.closed_on) apply(**it, &UnitSync::close);
  }

 private:
  void keep_once(std::vector<Line>& lines) {
    std::map<std::string, std::int64_t> seen;
    std::erase_if(lines, [&](const Line& line) {
      const bool is_new = seen.emplace(line.row.code.str(), line.line).second;
      if (!is_new)
        fail(outcome_, line.line, line.row.code.str(), {Reason::invalid, "unit.twice", "code"});
      return !is_new;
    });
  }

  std::optional<UnitKind> kind_of(const std::string& code) const {
    if (const auto found = planned_.find(code); found != planned_.end())
      return found->second->row.kind;
    if (const auto found = known_.find(code); found != known_.end()) return found->second.kind;
    return {};
  }

  std::string parent_of(const std::string& code) const {
    if (const auto found = planned_.find(code); found != planned_.end())
      return found->second->row.parent ? found->second->row.parent->str() : std::string{};
    const auto found = known_.find(code);
    if (found == known_.end()) return {};
    for (const auto& [other, unit] : known_)
      if (unit.id == found->second.parent_id) return other;
    return {};
  }

  Result<void> check(const UnitRow& row) const {
    std::set<std::string> above{row.code.str()};
    for (std::string at = parent_of(row.code.str()); !at.empty(); at = parent_of(at))
      if (!above.insert(at).second) return refuse(Reason::invalid, "unit.cycle", "parent");
    if (row.closed_on && !row.successor)
      return refuse(Reason::invalid, "unit.without_successor", "successor");
    if (row.kind == UnitKind::head_office) return {};
    if (!row.parent) return refuse(Reason::invalid, "unit.parent_missing", "parent");
    const auto parent = kind_of(row.parent->str());
    if (!parent) return refuse(Reason::invalid, "unit.parent_missing", "parent");
    if (!identity::may_stand_under(row.kind, *parent))
      return refuse(Reason::invalid, "unit.wrong_parent", "parent");
    return {};
  }

  std::int64_t depth(const Line& line) const {
    std::int64_t out = 0;
    for (std::string at = parent_of(line.row.code.str()); !at.empty() && out < 100;
         at = parent_of(at))
      ++out;
    return out;
  }

  enum class Done { created, moved, changed, ended, unchanged };

  // One command for each unit, so that a refusal leaves the others alone.
  void apply(const Line& line, Result<Done> (UnitSync::*step)(Work&, const UnitRow&)) {
    if (stage_.is_rehearsal()) {
      const Done planned = compare(line.row, step == &UnitSync::close);
      if (planned != Done::unchanged && !stage_.takes(1)) {
        ++outcome_.unrehearsed;
        return count(planned);
      }
    }
    std::optional<Result<Done>> done;
    stage_.write([&](storage::Transaction& tx) {
      Work work = exchange::work_on(ground_, tx);
      done = (this->*step)(work, line.row);
      return done->has_value() && tx.entries() > 0;
    });
    if (!*done) return fail(outcome_, line.line, line.row.code.str(), done->error());
    count(**done);
  }

  void count(Done done) {
    switch (done) {
      case Done::created: ++outcome_.created; return;
      case Done::moved: ++outcome_.moved; return;
      case Done::changed: ++outcome_.changed; return;
      case Done::ended: ++outcome_.ended; return;
      case Done::unchanged: ++outcome_.unchanged; return;
    }
  }

  // What would be done, as far as the bank of before tells.
  Done compare(const UnitRow& row, bool is_closing) const {
    const auto found = known_.find(row.code.str());
    if (is_closing)
      return found != known_.end() && found->second.closed_on ? Done::unchanged : Done::ended;
    if (found == known_.end()) return Done::created;
    if (row.parent && parent_in_bank(found->second) != row.parent->str()) return Done::moved;
    return is_renamed(found->second, row) ? Done::changed : Done::unchanged;
  }

  std::string parent_in_bank(const Unit& unit) const {
    for (const auto& [code, other] : known_)
      if (other.id == unit.parent_id) return code;
    return {};
  }

  static bool is_renamed(const Unit& unit, const UnitRow& row) {
    return unit.name != row.name.str() || (row.name_en && unit.name_en != row.name_en->str()) ||
           (row.line && unit.line != row.line->str());
  }

  Result<Done> bring(Work& work, const UnitRow& row) {
    const auto unit = identity::find_unit_by_code(work.tx, row.code.str());
    std::optional<Id<Unit>> parent;
    if (row.parent) {
      const auto found = identity::find_unit_by_code(work.tx, row.parent->str());
      if (!found) return refuse(Reason::invalid, "unit.parent_missing", "parent");
      parent = found->id;
    }
    if (!unit) {
      TRY(identity::open_unit(
          work, {row.code, row.name, row.name_en, row.kind, parent, row.line, row.opened_on}));
      return Done::created;
    }
    if (unit->closed_on) return Done::unchanged;
    if (unit->kind != row.kind) return refuse(Reason::conflict, "unit.other_kind", "kind");
    Done done = Done::unchanged;
    if (is_renamed(*unit, row)) {
      TRY(identity::rename_unit(work, unit->id,
                                {row.name, row.name_en, {}, row.line, {}, reason()}));
      done = Done::changed;
    }
    if (parent && unit->parent_id != *parent) {
      TRY(identity::move_unit(work, unit->id, {*parent, {}, reason()}));
      done = Done::moved;
    }
    return done;
  }

  Result<Done> close(Work& work, const UnitRow& row) {
    const auto unit = identity::find_unit_by_code(work.tx, row.code.str());
    if (!unit) return refuse(Reason::invalid, "unit.missing", "code");
    if (unit->closed_on) return Done::unchanged;
    const auto successor = identity::find_unit_by_code(work.tx, row.successor->str());
    if (!successor) return refuse(Reason::invalid, "unit.successor", "successor");
    TRY(identity::close_unit(work, unit->id, {successor->id, row.closed_on, reason()}));
    return Done::ended;
  }

  const exchange::Ground& ground_;
  Stage& stage_;
  Outcome& outcome_;
  std::map<std::string, Unit> known_;
  std::map<std::string, const Line*> planned_;
};

}  // namespace

std::set<std::string> unit_fields() {
  std::set<std::string> out;
  for_each_member<UnitRow>([&](std::string_view name, auto) { out.emplace(name); });
  return out;
}

Result<Outcome> bring_units(const exchange::Ground& ground, const exchange::Mapping& mapping,
                            std::string bytes, const Options& options) {
  Outcome outcome;
  const auto lines = TRY(read_rows<UnitRow>(mapping, std::move(bytes), ground.zone, outcome));
  stage(ground, options, outcome,
        [&](Stage& stage, Outcome& out) { UnitSync(ground, stage, out).run(lines); });
  return outcome;
}

}  // namespace xb::staffing
