#include "app/founding.h"

#include <algorithm>
#include <fstream>
#include <span>

#include "platform/evidence/log.h"
#include "platform/identity/passwords.h"
#include "platform/identity/store.h"
#include "platform/sealing/rows.h"
#include "platform/storage/migrations.h"

namespace xb::app {
namespace {

struct Founded {
  std::string program_version;
};
BOOST_DESCRIBE_STRUCT(Founded, (), (program_version))

struct PlannedUnit {
  std::string_view code;
  std::string_view name;
  std::string_view name_en;
  Level level;
  std::string_view branch;
  std::string_view sub_branch;
};

// A corner of the demo bank (an invented one): enough to see what scope does.
constexpr PlannedUnit demo_units[] = {
    {"100000", "江澜银行总行", "Jianglan Bank Head Office", Level::bank, "", ""},
    {"200000", "云津分行", "Yunjin Branch", Level::branch, "", ""},
    {"300000", "宁桥分行", "Ningqiao Branch", Level::branch, "", ""},
    {"210000", "云津东湖支行", "Yunjin Donghu Sub-branch", Level::sub_branch, "200000", ""},
    {"310000", "宁桥人民路支行", "Ningqiao Renmin Road Sub-branch", Level::sub_branch, "300000",
     ""},
    {"210001", "东湖支行营业部", "Donghu Outlet", Level::outlet, "200000", "210000"},
    {"210002", "南门社区支行", "Nanmen Community Outlet", Level::outlet, "200000", "210000"},
    {"310001", "人民路支行营业部", "Renmin Road Outlet", Level::outlet, "300000", "310000"},
};

constexpr PlannedUnit first_unit[] = {
    {"100000", "总行", "Head Office", Level::bank, "", ""},
};

struct PlannedPerson {
  identity::Post post;
  std::string_view name;
  std::string_view login;
  std::string_view unit;
};

constexpr PlannedPerson demo_people[] = {
    {identity::Post::teller, "沈知夏", "teller", "210001"},
    {identity::Post::officer, "陆明远", "officer", "100000"},
    {identity::Post::administrator, "韩立群", "administrator", "100000"},
};

constexpr PlannedPerson first_person[] = {
    {identity::Post::administrator, "管理员", "administrator", "100000"},
};

Id<Unit> unit_of(storage::Transaction& tx, std::string_view code) {
  if (code.empty()) return {};
  return identity::find_unit_by_code(tx, code).value().id;
}

void add_units(Work& work, std::span<const PlannedUnit> units) {
  for (const PlannedUnit& unit : units)
    work.tx.insert(Unit{.id = work.new_id<Unit>(),
                        .code = std::string{unit.code},
                        .name = std::string{unit.name},
                        .name_en = std::string{unit.name_en},
                        .level = unit.level,
                        .branch_id = unit_of(work.tx, unit.branch),
                        .sub_branch_id = unit_of(work.tx, unit.sub_branch)});
}

void add_people(Work& work, std::span<const PlannedPerson> people,
                const std::vector<Login>& logins) {
  for (std::size_t i = 0; i < people.size(); ++i)
    work.tx.insert(Person{.id = work.new_id<Person>(),
                          .login = std::string{people[i].login},
                          .name = std::string{people[i].name},
                          .post = people[i].post,
                          .unit_id = unit_of(work.tx, people[i].unit),
                          .password_hash = identity::hash_password(logins[i].password)});
}

std::vector<Login> new_logins(std::span<const PlannedPerson> people,
                              std::span<const PlannedUnit> units) {
  std::vector<Login> out;
  for (const PlannedPerson& person : people) {
    const auto unit = std::find_if(units.begin(), units.end(),
                                   [&](const PlannedUnit& u) { return u.code == person.unit; });
    out.push_back({std::string{name_of(person.post)}, std::string{unit->name},
                   std::string{person.login}, identity::random_password()});
  }
  return out;
}

Result<void> make_directory(const Directory& directory, const std::string& database) {
  std::error_code error;
  if (std::filesystem::exists(directory.root, error) &&
      !std::filesystem::is_empty(directory.root, error))
    return refuse(Reason::conflict, "directory.not_empty");
  std::filesystem::create_directories(directory.run(), error);
  std::filesystem::create_directories(directory.scratch(), error);
  if (error) return refuse(Reason::invalid, "directory.cannot_be_made");
  std::filesystem::permissions(directory.root, std::filesystem::perms::owner_all, error);
  std::ofstream file(directory.configuration());
  file << configuration_text(database);
  file.close();
  if (!file) return refuse(Reason::invalid, "directory.cannot_be_made");
  make_reserve(directory);
  return {};
}

Result<void> make_schema(const Directory& directory, const Configuration& configuration) {
  const storage::Options options = options_of(directory, configuration);
  try {
    const auto connection = storage::connect(options);
    const auto migrations = storage::shipped_migrations(connection->dialect());
    if (storage::schema_state(*connection, migrations) != storage::SchemaState::empty)
      return refuse(Reason::conflict, "database.not_empty");
    storage::migrate(*connection, migrations);
  } catch (const storage::Failure& failure) {
    return refuse(Reason::conflict, "database.unreachable", failure.code());
  }
  return {};
}

}  // namespace

Result<Logins> found(const Founding& founding) {
  const Directory directory{std::filesystem::absolute(founding.root)};
  // A slip in the database's name must not leave a directory that the next try finds not empty.
  TRY(read_configuration(configuration_text(founding.database)));
  TRY(make_directory(directory, founding.database));
  const auto configuration = TRY(load_configuration(directory));
  TRY(make_schema(directory, configuration));
  const auto keys = TRY(sealing::Keyring::create(keys_directory(directory, configuration)));

  std::span<const PlannedUnit> units = first_unit;
  std::span<const PlannedPerson> people = first_person;
  if (founding.is_demo) {
    units = demo_units;
    people = demo_people;
  }
  const Logins logins{new_logins(people, units)};
  const auto installation = TRY(open_installation(directory.root));
  installation->database->write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    Work work = installation->work(tx);
    sealing::store_fingerprints(tx, keys);
    add_units(work, units);
    add_people(work, people, logins.logins);
    const auto key = sealing::new_key(work, {bank_id});
    evidence::append(work, "bank.founded", evidence::Subject(Id<Founded>{bank_id}, key),
                     Founded{XB_VERSION});
    return true;
  });
  installation->place_entries();
  return logins;
}

}  // namespace xb::app
