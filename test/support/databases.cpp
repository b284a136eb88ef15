#include "test/support/databases.h"

#include <cstdlib>

#include <unistd.h>

#include "core/ensure.h"
#include "platform/storage/migrations.h"

namespace xb::test {
namespace {

std::string postgres_folder() {
  const char* folder = std::getenv("XB_TEST_POSTGRES");
  return folder == nullptr ? "" : folder;
}

std::string address_of(const std::string& database) {
  return "postgresql://postgres@/" + database + "?host=" + postgres_folder();
}

void on_server(const std::string& sql) {
  storage::Connection connection(storage::Dialect::postgres, address_of("postgres"));
  connection.run(sql, {});
}

void migrate(const storage::Options& options) {
  const auto connection = storage::connect(options);
  storage::migrate(*connection, storage::shipped_migrations(connection->dialect()));
}

// Migrated once a process, copied for each test.
const std::string& postgres_template() {
  static const std::string name = [] {
    std::string database = "xb_template_" + std::to_string(getpid());
    on_server("CREATE DATABASE " + database);
    storage::Options options;
    options.address = address_of(database);
    migrate(options);
    std::atexit([] { on_server("DROP DATABASE xb_template_" + std::to_string(getpid())); });
    return database;
  }();
  return name;
}

const std::filesystem::path& sqlite_template() {
  static const Folder folder;
  static const std::filesystem::path file = [] {
    storage::Options options;
    options.address = folder.path() / "template.db";
    migrate(options);
    return std::filesystem::path{options.address};
  }();
  return file;
}

}  // namespace

bool has_postgres() { return !postgres_folder().empty(); }

std::vector<Engine> engines() {
  std::vector<Engine> out{Engine::sqlite};
  if (has_postgres()) out.push_back(Engine::postgres);
  return out;
}

std::string name_of(Engine engine) { return engine == Engine::sqlite ? "sqlite" : "postgres"; }

Folder::Folder() {
  std::string pattern = std::filesystem::temp_directory_path() / "xiaobao-XXXXXX";
  ensure(mkdtemp(pattern.data()) != nullptr, "no temporary folder");
  path_ = pattern;
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

TestDatabase::TestDatabase(Engine engine) : engine_(engine) {
  if (engine == Engine::sqlite) {
    options_.address = folder_.path() / "test.db";
    std::filesystem::copy_file(sqlite_template(), options_.address);
    return;
  }
  static int count = 0;
  name_ = "xb_" + std::to_string(getpid()) + "_" + std::to_string(++count);
  on_server("CREATE DATABASE " + name_ + " TEMPLATE " + postgres_template());
  options_.address = address_of(name_);
}

TestDatabase::~TestDatabase() {
  database_.reset();
  if (engine_ == Engine::postgres) on_server("DROP DATABASE " + name_ + " WITH (FORCE)");
}

storage::Database& TestDatabase::get() {
  if (!database_) database_ = storage::Database::open(options_);
  return *database_;
}

}  // namespace xb::test
