#include "app/founding.h"

#include <algorithm>
#include <fstream>
#include <span>
#include <sys/stat.h>

#include <unistd.h>

#include "app/demo.h"
#include "platform/clocks/calendars.h"
#include "platform/evidence/log.h"
#include "platform/identity/passwords.h"
#include "platform/identity/store.h"
#include "platform/sealing/rows.h"
#include "platform/storage/migrations.h"

namespace xb::app {
namespace {

namespace fs = std::filesystem;

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

// Where everything is made before it becomes the data directory: beside it, or in it where nothing
// can be made beside it (a mount point, a parent of somebody else's). Gone again unless settled.
class Staging {
 public:
  explicit Staging(fs::path root) : root_(std::move(root)), path_(root_) {
    if (must_stay_in(root_))
      path_ /= "new";
    else
      path_ += ".new";
  }
  Staging(const Staging&) = delete;
  Staging& operator=(const Staging&) = delete;
  ~Staging() { clear(); }

  Directory directory() const { return {path_}; }

  // Refuses with directory.not_empty, or directory.held while another `init` is at it.
  Result<void> begin() {
    std::error_code error;
    TRY(check_path({root_}));
    for (const auto& entry : fs::directory_iterator(root_, error))
      if (entry.path() != path_) return refuse(Reason::conflict, "directory.not_empty");
    if (fs::exists(path_, error)) TRY(take_over());
    is_ours_ = true;
    clear();
    fs::create_directories(path_, error);
    fs::permissions(path_, fs::perms::owner_all, error);
    if (error) return refuse(Reason::invalid, "directory.cannot_be_made");
    return {};
  }

  // The configuration comes last: whatever has one is whole.
  Result<void> settle() {
    std::error_code error;
    const Directory made = directory();
    if (path_.parent_path() != root_) {
      fs::rename(path_, root_, error);
    } else {
      std::vector<fs::path> entries;
      for (const auto& entry : fs::directory_iterator(path_, error))
        if (entry.path() != made.configuration()) entries.push_back(entry.path());
      entries.push_back(made.configuration());
      for (const auto& entry : entries)
        if (!error) fs::rename(entry, root_ / entry.filename(), error);
    }
    fs::permissions(root_, fs::perms::owner_all, error);
    if (error) return refuse(Reason::invalid, "directory.cannot_be_made");
    return {};
  }

 private:
  // What an `init` left that did not come to its end; nothing else is taken away.
  Result<void> take_over() const {
    if (!fs::is_directory(path_) || (!fs::is_empty(path_) && !fs::exists(directory().run())))
      return refuse(Reason::conflict, "directory.not_empty", path_.filename());
    TRY(DirectoryLock::take(directory()));
    return {};
  }
  static bool must_stay_in(const fs::path& root) {
    struct stat own {};
    struct stat parent {};
    const fs::path above = root.parent_path();
    if (stat(root.c_str(), &own) != 0 || stat(above.c_str(), &parent) != 0) return false;
    return own.st_dev != parent.st_dev || access(above.c_str(), W_OK) != 0;
  }
  void clear() {
    std::error_code error;
    if (is_ours_) fs::remove_all(path_, error);
  }

  const fs::path root_;
  fs::path path_;
  bool is_ours_ = false;
};

Result<void> make_files(const Directory& directory, const std::string& database) {
  std::error_code error;
  fs::create_directories(directory.run(), error);
  fs::create_directories(directory.scratch(), error);
  if (error) return refuse(Reason::invalid, "directory.cannot_be_made");
  std::ofstream file(directory.configuration());
  file << configuration_text(database);
  file.close();
  if (!file) return refuse(Reason::invalid, "directory.cannot_be_made");
  make_reserve(directory);
  return {};
}

// Looks whether the database is there and empty. With keys it makes the schema, which knows them
// from then on.
Result<void> on_empty_database(const storage::Options& options, const sealing::Keyring* keys) {
  try {
    const auto connection = storage::connect(options);
    const auto migrations = storage::shipped_migrations(connection->dialect());
    if (storage::schema_state(*connection, migrations) != storage::SchemaState::empty)
      return refuse(Reason::conflict, "database.not_empty");
    if (keys == nullptr) return {};
    storage::migrate(*connection, migrations);
    storage::IdBlock no_ids;
    const storage::TableKinds kinds(migrations);
    storage::Transaction tx(*connection, no_ids, kinds);
    sealing::store_fingerprints(tx, *keys);
    connection->settle();
  } catch (const storage::Failure& failure) {
    return tl::unexpected(refusal_of(failure));
  }
  return {};
}

// The first people and units, and what says so in the log.
Logins hire(Installation& installation, const Founding& founding) {
  std::span<const PlannedUnit> units = first_unit;
  std::span<const PlannedPerson> people = first_person;
  if (founding.is_demo) {
    units = demo_units;
    people = demo_people;
  }
  const Logins logins{new_logins(people, units)};
  installation.database->write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    Work work = installation.work(tx);
    if (founding.is_demo) work.now = demo_start(work.now, work.zone, founding.complaints);
    add_units(work, units);
    add_people(work, people, logins.logins);
    const auto key = sealing::new_key(work, {bank_id});
    evidence::append(work, "bank.founded", evidence::Subject(Id<Founded>{bank_id}, key),
                     Founded{XB_VERSION});
    clocks::import_shipped(work);
    return true;
  });
  installation.database->read(
      [&](storage::Transaction& tx) { clocks::refresh(tx, *installation.limits); });
  installation.place_entries();
  return logins;
}

}  // namespace

Result<Logins> found(const Founding& founding) {
  const auto planned = TRY(read_configuration(configuration_text(founding.database)));
  const fs::path root = (fs::absolute(founding.root) / "").lexically_normal().parent_path();
  Staging staging(root);
  TRY(staging.begin());
  const Directory directory = staging.directory();
  const storage::Options options = options_of(directory, planned);
  TRY(on_empty_database(options, nullptr));
  TRY(make_files(directory, founding.database));
  const auto keys = TRY(sealing::Keyring::create(keys_directory(directory, planned)));
  TRY(on_empty_database(options, &keys));
  Logins logins;
  {
    const auto installation = TRY(open_installation(directory.root));
    logins = hire(*installation, founding);
    if (founding.is_demo) fill_demo_bank(*installation, founding.complaints);
  }
  TRY(staging.settle());
  return logins;
}

}  // namespace xb::app
