// The identity benchmark: a bank of 5,000 units and 50,000 people on SQLite. Prints one figure a
// line as `name value unit`; bench/identity.py holds them against their limits.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "core/ensure.h"
#include "platform/evidence/log.h"
#include "platform/evidence/sequencer.h"
#include "platform/identity/authentic.h"
#include "platform/identity/organisation/service.h"
#include "platform/identity/people/service.h"
#include "platform/identity/people/store.h"
#include "platform/identity/sessions.h"
#include "platform/sealing/rows.h"
#include "platform/storage/migrations.h"

namespace xb {
namespace {

using Clock = std::chrono::steady_clock;
using identity::UnitKind;

constexpr int branches = 20;
constexpr int sub_branches = 12;  // of each branch
constexpr int outlets = 20;       // of each sub-branch, less one
constexpr int people_wanted = 50'000;

const Instant now = *parse_instant("2026-03-02T09:00:00+08:00");

double micros(Clock::duration took) {
  return std::chrono::duration<double, std::micro>(took).count();
}

// The median of `rounds` measurements of `work`.
double median(int rounds, const std::function<void()>& work) {
  std::vector<double> took;
  for (int i = 0; i < rounds; ++i) {
    const auto from = Clock::now();
    work();
    took.push_back(micros(Clock::now() - from));
  }
  std::nth_element(took.begin(), took.begin() + rounds / 2, took.end());
  return took[static_cast<std::size_t>(rounds) / 2];
}

void print(const char* name, double value, const char* unit) {
  std::printf("%s\t%.3f\t%s\n", name, value, unit);
  std::fflush(stdout);
}

class Bank {
 public:
  explicit Bank(const std::filesystem::path& folder)
      : keys_(*sealing::Keyring::create(folder / "secret")) {
    storage::Options options{.address = (folder / "bank.db").string()};
    options.durable = false;
    const auto connection = storage::connect(options);
    storage::migrate(*connection, storage::shipped_migrations(connection->dialect()));
    database_ = storage::Database::open(options);
    database_->set_hooks(evidence::hooks(database_->dialect(), keys_, {}));
    write([&](Work& work) {
      const auto key = sealing::new_key(work, {bank_id});
      evidence::append(work, "bank.founded", evidence::Subject(Id<Bank>{bank_id}, key),
                       evidence::Nothing{});
    });
  }

  void write(const std::function<void(Work&)>& command) {
    database_->write(storage::Lane::bulk, [&](storage::Transaction& tx) {
      Work work = work_of(tx);
      command(work);
      tx.note_entry();
      return true;
    });
  }
  void read(const std::function<void(Work&)>& query) {
    database_->read([&](storage::Transaction& tx) {
      Work work = work_of(tx);
      query(work);
    });
  }
  const sealing::Keyring& keys() const { return keys_; }

 private:
  Work work_of(storage::Transaction& tx) const {
    return {.tx = tx,
            .keys = keys_,
            .actor = Actor::system(),
            .now = now,
            .zone = Zone{},
            .id = std::string(32, '0'),
            .if_version = {}};
  }

  const sealing::Keyring keys_;
  std::unique_ptr<storage::Database> database_;
};

Unit add(Work& work, std::int64_t code, UnitKind kind, Id<Unit> parent) {
  identity::NewUnit unit{.code = identity::Code::trusted(std::to_string(code)),
                         .name = identity::Title::trusted("单位" + std::to_string(code)),
                         .name_en = {},
                         .kind = kind,
                         .parent_id = {},
                         .line = {},
                         .opened_on = parse_date("2015-01-05")};
  if (parent) unit.parent_id = parent;
  auto added = identity::add_unit(work, unit);
  ensure(added.has_value(), "a unit of the benchmark is refused");
  return std::move(*added);
}

struct Tree {
  Unit head;
  std::vector<Unit> branches;
  std::vector<Unit> all;
};

Tree build_tree(Bank& bank) {
  Tree tree;
  bank.write([&](Work& work) { tree.head = add(work, 100'000'000, UnitKind::head_office, {}); });
  tree.all.push_back(tree.head);
  for (int b = 0; b < branches; ++b)
    bank.write([&](Work& work) {
      const std::int64_t code = 200'000'000 + b * 1'000'000;
      tree.branches.push_back(add(work, code, UnitKind::branch, tree.head.id));
      tree.all.push_back(tree.branches.back());
      for (int s = 0; s < sub_branches; ++s) {
        const Unit sub =
            add(work, code + (s + 1) * 1000, UnitKind::sub_branch, tree.branches.back().id);
        tree.all.push_back(sub);
        for (int o = 0; o < outlets; ++o)
          tree.all.push_back(add(work, code + (s + 1) * 1000 + o + 1, UnitKind::outlet, sub.id));
      }
    });
  return tree;
}

// A teller in each place of the tree in turn; the first outlets get a head.
std::vector<Id<Person>> hire_all(Bank& bank, const Tree& tree) {
  std::vector<const Unit*> places;
  for (const Unit& unit : tree.all)
    if (unit.kind == UnitKind::outlet) places.push_back(&unit);
  std::vector<Id<Person>> out;
  while (out.size() < people_wanted)
    bank.write([&](Work& work) {
      for (int i = 0; i < 500 && out.size() < people_wanted; ++i) {
        const std::size_t n = out.size();
        const bool is_head = n < places.size();
        const auto key = sealing::new_key(work);
        const auto person = identity::add_person(
            work,
            {.staff_no = identity::StaffNo::trusted(std::to_string(1'000'000 + n)),
             .login = {},
             .name = identity::Title::trusted("员工" + std::to_string(n)),
             .identity_number = {},
             .appointment = {}},
            key);
        ensure(person.has_value(), "a person of the benchmark is refused");
        const auto appointed = identity::add_appointment(
            work, person->id,
            {Text<40, Presence::required>::trusted(is_head ? "outlet_head" : "teller"),
             places[n % places.size()]->id,
             identity::AppointmentKind::main,
             {},
             {}});
        ensure(appointed.has_value(), "a post of the benchmark is refused");
        out.push_back(person->id);
      }
    });
  return out;
}

std::string open_session(Bank& bank, Id<Person> person) {
  const std::string token = identity::new_token();
  bank.write([&](Work& work) {
    const auto appointment = identity::appointments_of(work.tx, person, work.zone.date(now));
    identity::open_session(work.tx, work.keys,
                           {.token_hash = identity::token_hash(token),
                            .person_id = person,
                            .created_at = now,
                            .seen_at = now,
                            .id = work.new_id<identity::SessionRow>(),
                            .appointment_id = appointment.at(0).id,
                            .authenticated_at = now,
                            .due = identity::Due::nothing,
                            .remote = {},
                            .device = {},
                            .glass_id = {},
                            .mac = {}});
  });
  return token;
}

void measure_checks(Bank& bank, Id<Person> person) {
  const std::string token = open_session(bank, person);
  std::optional<identity::Session> session;
  bank.read([&](Work& work) {
    const double found = median(
        2000, [&] { session = identity::session_of(work.tx, bank.keys(), work.zone, token, now); });
    print("session found, with its forgery check", found, "us");
  });
  ensure(session.has_value(), "the benchmark's session is not there");
  constexpr int at_once = 1000;
  std::int64_t allowed = 0;
  const double held = median(200, [&] {
    for (int i = 0; i < at_once; ++i)
      allowed += identity::judge(*session, Permission("complaint.withdraw"), Sensitivity::masked)
                     .has_value();
  });
  print("permission that is held", held / at_once, "us");
  const double missing = median(200, [&] {
    for (int i = 0; i < at_once; ++i)
      allowed += identity::judge(*session, Permission("complaint.export"), Sensitivity::masked)
                     .has_value();
  });
  print("permission that is missing", missing / at_once, "us");
  ensure(allowed == 200 * at_once, "a permission was judged wrong");
}

void measure_tree(Bank& bank, const Tree& tree) {
  const Date today = Zone{}.date(now);
  bank.read([&](Work& work) {
    const auto under = [&](Id<Unit> top) {
      return median(50, [&] {
        ensure(identity::tree(work.tx, today, {}, top).has_value(), "the tree is not there");
      });
    };
    print("subtree of a branch", under(tree.branches[3].id) / 1000, "ms");
    print("whole tree of today",
          median(10,
                 [&] {
                   ensure(identity::tree(work.tx, today, {}, {}).has_value(),
                          "the tree is not there");
                 }) /
              1000,
          "ms");
    print("page of 50 people",
          median(50,
                 [&] {
                   ensure(identity::list_staff(work, {}).has_value(), "the people are not there");
                 }) /
              1000,
          "ms");
  });
}

void measure_move(Bank& bank, const Tree& tree) {
  const Unit* sub_branch = nullptr;
  for (const Unit& unit : tree.all)
    if (unit.kind == UnitKind::sub_branch && unit.branch_id == tree.branches[0].id)
      sub_branch = &unit;
  const auto from = Clock::now();
  bank.write([&](Work& work) {
    ensure(identity::move_unit(work, sub_branch->id,
                               {tree.branches[1].id, {}, identity::Motive::trusted("调整")})
               .has_value(),
           "the move is refused");
  });
  print("sub-branch of 21 units moved", micros(Clock::now() - from) / 1000, "ms");
}

}  // namespace
}  // namespace xb

int main(int count, char** values) {
  using namespace xb;
  if (count != 2) return 2;
  Bank bank(values[1]);
  const Tree tree = build_tree(bank);
  print("units", static_cast<double>(tree.all.size()), "");
  const auto people = hire_all(bank, tree);
  print("people", static_cast<double>(people.size()), "");
  measure_checks(bank, people[25'000]);
  measure_tree(bank, tree);
  measure_move(bank, tree);
  return 0;
}
