// A fresh, migrated database for each test, on SQLite and on PostgreSQL.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "platform/storage/database.h"

namespace xb::test {

enum class Engine { sqlite, postgres };

// SQLite, and PostgreSQL where XB_TEST_POSTGRES names a server's socket folder.
std::vector<Engine> engines();
bool has_postgres();
std::string name_of(Engine engine);

// A folder that goes with its owner.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// An empty database with the current schema; it goes when this goes.
class TestDatabase {
 public:
  explicit TestDatabase(Engine engine);
  ~TestDatabase();
  TestDatabase(const TestDatabase&) = delete;
  TestDatabase& operator=(const TestDatabase&) = delete;

  storage::Options options() const { return options_; }
  // Opened with these options when first asked for.
  storage::Database& get();
  void set_options(const storage::Options& options) { options_ = options; }
  void close() { database_.reset(); }

 private:
  Folder folder_;
  Engine engine_;
  std::string name_;  // of the PostgreSQL database
  storage::Options options_;
  std::unique_ptr<storage::Database> database_;
};

}  // namespace xb::test
