#include "test/support/bank.h"

#include "core/encoding.h"
#include "platform/evidence/log.h"
#include "platform/sealing/crypto.h"

namespace xb::test {
namespace {

void add(Work& work, Id<Unit> id, const char* code, const char* name, identity::UnitKind kind,
         Level level, Id<Unit> branch = {}) {
  const Unit unit{.id = id,
                  .code = code,
                  .name = name,
                  .name_en = name,
                  .kind = kind,
                  .level = level,
                  .parent_id = level == Level::bank     ? Id<Unit>{}
                               : level == Level::branch ? Id<Unit>{100}
                                                        : branch,
                  .branch_id = branch,
                  .sub_branch_id = {},
                  .line = {},
                  .opened_on = *parse_date("2015-06-01"),
                  .closed_on = {}};
  work.tx.insert(unit);
  work.tx.insert(identity::UnitPeriod{.id = {id.number},
                                      .unit_id = id,
                                      .since_on = unit.opened_on,
                                      .until_on = {},
                                      .code = unit.code,
                                      .name = unit.name,
                                      .name_en = unit.name_en,
                                      .line = {},
                                      .level = level,
                                      .parent_id = unit.parent_id,
                                      .branch_id = branch,
                                      .sub_branch_id = {},
                                      .reason = {}});
}

}  // namespace

const sealing::Keyring& keys() {
  static const Folder folder;
  static const sealing::Keyring ring = *sealing::Keyring::create(folder.path() / "secret");
  return ring;
}

// What ships is the same for every bank, and read once.
const Shipped& shipped() {
  static const Shipped shipped = [] {
    Shipped out{*workflow::RuleBook::read(workflow::shipped_rules(), {}),
                *workflow::ApprovalBook::read(workflow::shipped_approvals(), {}),
                {},
                *taxonomies::Book::read(taxonomies::shipped(), {})};
    for (auto& year : workflow::shipped_calendars())
      out.calendars.add(out.calendars.version() + 1, std::move(year));
    return out;
  }();
  return shipped;
}

Bank::Bank(Engine engine, std::function<void(std::string_view)> before_statement)
    : database_(engine), limits_(shipped().rules, shipped().approvals) {
  limits_.set_calendars(shipped().calendars);
  auto options = database_.options();
  options.before_statement = std::move(before_statement);
  database_.set_options(options);
  reopen();
  const Id<Unit> head{100}, yunjin{101}, ningqiao{102}, donghu{103}, renmin{104};
  const Id<Person> teller{201}, other_teller{202}, officer{203};
  li_na = {teller, {Level::outlet, donghu}, {yunjin, {}, donghu}, donghu};
  zhou_jun = {other_teller, {Level::outlet, renmin}, {ningqiao, {}, renmin}, renmin};
  chen_yu = {officer, Scope::whole_bank(), {}, head};
  database().write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    Work work = work_of(tx, Actor::system(), monday);
    using identity::UnitKind;
    add(work, head, "100000", "总行", UnitKind::head_office, Level::bank);
    add(work, yunjin, "200000", "云津分行", UnitKind::branch, Level::branch);
    add(work, ningqiao, "300000", "宁桥分行", UnitKind::branch, Level::branch);
    add(work, donghu, "210001", "东湖支行营业部", UnitKind::outlet, Level::outlet, yunjin);
    add(work, renmin, "310001", "人民路支行营业部", UnitKind::outlet, Level::outlet, ningqiao);
    const auto key = sealing::new_key(work, {bank_id});
    evidence::append(work, "bank.founded", evidence::Subject(Id<Bank>{bank_id}, key),
                     evidence::Nothing{});
    return true;
  });
}

Work Bank::work_of(storage::Transaction& tx, const Actor& actor, Instant now) const {
  return {.tx = tx,
          .keys = keys(),
          .actor = actor,
          .now = now,
          .zone = Zone{},
          .id = hex(sealing::random_bytes(16)),
          .if_version = {},
          .limits = &limits_,
          .taxonomies = &shipped().taxonomies};
}

void Bank::reopen() {
  database_.close();
  database().set_hooks(evidence::hooks(database().dialect(), keys(), {}));
}

void Bank::place() {
  if (database().dialect() == storage::Dialect::postgres)
    while (evidence::place_step(database(), keys())) continue;
}

}  // namespace xb::test
