// A small bank for stories: two branches, people at posts, a clock that the test moves.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "platform/evidence/sequencer.h"
#include "platform/identity/types.h"
#include "platform/sealing/keyring.h"
#include "platform/storage/work.h"
#include "platform/taxonomies/book.h"
#include "platform/workflow/limits.h"
#include "test/support/databases.h"

namespace xb::test {

// 2026-03-02, a Monday, nine in the morning in the bank's zone.
inline const Instant monday = *parse_instant("2026-03-02T09:00:00+08:00");

const sealing::Keyring& keys();

struct Shipped {
  workflow::RuleBook rules;
  workflow::ApprovalBook approvals;
  workflow::Calendars calendars;
  taxonomies::Book taxonomies;
};
const Shipped& shipped();

class Bank {
 public:
  // `before_statement` is that of storage::Options.
  explicit Bank(Engine engine, std::function<void(std::string_view)> before_statement = {});

  storage::Database& database() { return database_.get(); }
  TestDatabase& source() { return database_; }

  // Runs a command as `actor` at `now`; what it returns tells whether it is committed.
  template <class Command>
  auto write(const Actor& actor, Instant now, Command&& command) {
    std::optional<std::invoke_result_t<Command, Work&>> result;
    database().write(storage::Lane::interactive, [&](storage::Transaction& tx) {
      Work work = work_of(tx, actor, now);
      result = command(work);
      return result->has_value();
    });
    return std::move(*result);
  }
  template <class Query>
  auto read(const Actor& actor, Query&& query) {
    std::optional<std::invoke_result_t<Query, Work&>> result;
    database().read([&](storage::Transaction& tx) {
      Work work = work_of(tx, actor, monday);
      result.emplace(query(work));
    });
    return std::move(*result);
  }
  // Entries get their places; on SQLite they have them already.
  void place();
  // Closes the database and opens it again, as a restart does.
  void reopen();

  Work work_of(storage::Transaction& tx, const Actor& actor, Instant now) const;

  workflow::Limits& limits() { return limits_; }
  const taxonomies::Book& taxonomies() const { return shipped().taxonomies; }

  Actor li_na;     // teller at the Donghu outlet of the Yunjin branch
  Actor zhou_jun;  // teller at the Renmin Road outlet of the Ningqiao branch
  Actor chen_yu;   // officer at head office

 private:
  TestDatabase database_;
  workflow::Limits limits_;  // what ships
};

// `INSTANTIATE_TEST_SUITE_P(EachDatabase, Suite, each_database, name_of_database)`.
inline const auto each_database = testing::ValuesIn(engines());
inline const auto name_of_database = [](const testing::TestParamInfo<Engine>& info) {
  return name_of(info.param);
};

}  // namespace xb::test
