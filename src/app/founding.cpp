#include "app/founding.h"

#include <fstream>
#include <sys/stat.h>

#include <unistd.h>

#include "app/demo.h"
#include "app/demo_people.h"
#include "core/assets.h"
#include "core/ensure.h"
#include "platform/clocks/calendars.h"
#include "platform/evidence/log.h"
#include "platform/identity/organisation/service.h"
#include "platform/identity/passwords.h"
#include "platform/identity/signing_in/service.h"
#include "platform/sealing/rows.h"
#include "platform/storage/migrations.h"

namespace xb::app {
namespace {

namespace fs = std::filesystem;

struct Founded {
  std::string program_version;
};
BOOST_DESCRIBE_STRUCT(Founded, (), (program_version))

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

// The invented bank has words of its own, as a real one would.
bool write_own_words(const Directory& directory) {
  std::error_code error;
  fs::create_directories(directory.taxonomies(), error);
  const auto regions = asset("data/demo/regions.toml");
  ensure(regions.has_value(), "the demo's regions do not ship");
  std::ofstream file(directory.taxonomies() / "demo.toml");
  file << *regions;
  file.close();
  return !error && file;
}

Result<void> make_files(const Directory& directory, const Founding& founding) {
  std::error_code error;
  fs::create_directories(directory.run(), error);
  fs::create_directories(directory.scratch(), error);
  if (error) return refuse(Reason::invalid, "directory.cannot_be_made");
  std::ofstream file(directory.configuration());
  file << configuration_text(founding.database, founding.is_demo);
  file.close();
  if (!file || (founding.is_demo && !write_own_words(directory)))
    return refuse(Reason::invalid, "directory.cannot_be_made");
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

// The head office and an administrator, who has to change his password at once.
std::vector<FirstPerson> first_people(Work& work) {
  const auto head = identity::add_unit(work, {.code = identity::Code::trusted("100000"),
                                              .name = identity::Title::trusted("总行"),
                                              .name_en = identity::Title::trusted("Head Office"),
                                              .kind = identity::UnitKind::head_office});
  ensure(head.has_value(), "the head office is refused");
  return {add_first_person(work, "000001", "administrator", "管理员", "administrator", *head)};
}

// The first people and units, and what says so in the log.
Logins hire(Installation& installation, const Founding& founding) {
  std::vector<FirstPerson> people;
  std::vector<std::string> passwords, hashes;
  const std::size_t count = founding.is_demo ? demo_logins : 1;
  for (std::size_t i = 0; i < count; ++i) {
    passwords.push_back(identity::random_password());
    hashes.push_back(identity::hash_password(passwords.back()));
  }
  installation.database->write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    Work work = installation.work(tx);
    const Instant now = work.now;
    if (founding.is_demo)
      work.now = demo_start(founding.now.value_or(now), work.zone, founding.complaints);
    const auto key = sealing::new_key(work, {bank_id});
    evidence::append(work, "bank.founded", evidence::Subject(Id<Founded>{bank_id}, key),
                     Founded{XB_VERSION});
    clocks::import_shipped(work);
    people = founding.is_demo ? people_of_demo_bank(work) : first_people(work);
    work.now = now;
    for (std::size_t i = 0; i < people.size(); ++i)
      identity::set_password(work, people[i].id, hashes.at(i), !founding.is_demo);
    return true;
  });
  installation.database->read(
      [&](storage::Transaction& tx) { clocks::refresh(tx, *installation.limits); });
  installation.place_entries();
  Logins out;
  for (std::size_t i = 0; i < people.size(); ++i)
    out.logins.push_back({people[i].post->code, people[i].post->name, people[i].post->name_en,
                          people[i].unit, people[i].login, passwords[i]});
  return out;
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
  TRY(make_files(directory, founding));
  const auto keys = TRY(sealing::Keyring::create(keys_directory(directory, planned)));
  TRY(on_empty_database(options, &keys));
  Logins logins;
  {
    const auto installation = TRY(open_installation(directory.root));
    logins = hire(*installation, founding);
    if (founding.is_demo)
      fill_demo_bank(*installation, founding.complaints,
                     founding.now.value_or(installation->clock->now()));
  }
  TRY(staging.settle());
  return logins;
}

}  // namespace xb::app
