// A table of parcels beside the schema that ships, which imports bring rows into.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "platform/evidence/entries.h"
#include "platform/evidence/log.h"
#include "platform/exchange/import.h"
#include "platform/exchange/store.h"
#include "platform/storage/counters_fixture.h"
#include "test/support/bank.h"
#include "test/support/gate.h"
#include "test/support/world.h"

namespace xb::exchange {

// The schema does not declare its table, so a change of it counts as one of the domain.
struct Parcel {
  static constexpr std::string_view table = "parcels";
  Id<Parcel> id;
  std::string receiver;
  Instant sent_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Parcel, (), (id, receiver, sent_at, version))

struct NewParcel {
  Text<20, Presence::required> receiver;
  Instant sent_at;
};
BOOST_DESCRIBE_STRUCT(NewParcel, (), (receiver, sent_at))

inline Target parcels() {
  Target target;
  target.name = "parcels";
  target.fields = {"receiver", "sent_at"};
  target.check = [](const boost::json::object& object, Instant now) -> Result<void> {
    const auto parcel = TRY(Json<NewParcel>::read(object));
    if (parcel.sent_at > now) return refuse(Reason::invalid, "field.in_future", "sent_at");
    return {};
  };
  target.store = [](Work& work, const boost::json::object& object) {
    const NewParcel read = *Json<NewParcel>::read(object);
    const Parcel parcel{work.new_id<Parcel>(), read.receiver.str(), read.sent_at};
    work.tx.insert(parcel);
    evidence::append(work, "parcel.imported",
                     evidence::Subject::made_now(parcel.id, sealing::new_key(work)),
                     evidence::Nothing{});
    return parcel.id.number;
  };
  target.is_untouched = [](Work& work, std::int64_t id) {
    const auto parcel = work.tx.find<Parcel>("WHERE id = ?", id);
    return parcel && parcel->version == 1;
  };
  target.remove = [](Work& work, std::int64_t id) {
    work.tx.execute("DELETE FROM parcels WHERE id = ?", id);
    evidence::append(work, "parcel.removed",
                     evidence::Subject(Id<Parcel>{id}, sealing::new_key(work)),
                     evidence::Nothing{});
  };
  return target;
}

class Parcels : public testing::TestWithParam<test::Engine> {
 protected:
  Parcels() {
    bank_.source().close();
    auto options = bank_.source().options();
    options.before_statement = {};
    storage::connect(options)->run(
        "CREATE TABLE parcels (id bigint PRIMARY KEY, receiver text NOT NULL,"
        " sent_at bigint NOT NULL, version bigint NOT NULL)",
        {});
    bank_.reopen();
  }

  Ground ground() {
    return {bank_.database(), test::keys(),  [this] { return now_; },
            Zone{},           bank_.chen_yu, stopped_by_};
  }
  static Mapping mapping(const std::string& name = "ours") {
    return Mapping::parse("name = \"" + name +
                              "\"\ntarget = \"parcels\"\nsource_id = \"No\"\n"
                              "[fields.receiver]\ncolumn = \"To\"\n"
                              "[fields.sent_at]\ncolumn = \"Sent\"\nformat = \"date\"\n",
                          parcels().fields)
        .value();
  }
  // A table of `count` good rows, numbered from `first`.
  static std::string table(int first, int count) {
    std::string out = "No,To,Sent\n";
    for (int i = first; i < first + count; ++i)
      out += std::to_string(i) + ",receiver " + std::to_string(i) + ",2026-01-31\n";
    return out;
  }
  std::unique_ptr<Import> begin(const std::string& bytes, bool is_dry_run = false,
                                const std::string& name = "ours") {
    auto import = Import::begin(ground(), target_, mapping(name), bytes, is_dry_run);
    EXPECT_TRUE(import.has_value()) << import.error().code;
    return std::move(*import);
  }
  Report bring_in(const std::string& bytes, bool is_dry_run = false) {
    return begin(bytes, is_dry_run)->finish();
  }
  // What undoing is refused with, or `none`.
  std::string undo(Id<Batch> id) {
    const auto undone = undo_import(ground(), target_, id);
    return undone ? "none" : undone.error().code;
  }
  Batch batch(Id<Batch> id) {
    std::optional<Batch> out;
    bank_.database().read(
        [&](storage::Transaction& tx) { out = find_batch(tx, bank_.chen_yu, id); });
    return out.value();
  }
  std::vector<std::int64_t> ids() {
    std::vector<std::int64_t> out;
    bank_.database().read([&](storage::Transaction& tx) {
      out = tx.all<std::int64_t>("SELECT id FROM parcels ORDER BY id");
    });
    return out;
  }
  // Somebody works on this parcel.
  void touch(std::int64_t id) {
    bank_.database().write(storage::Lane::interactive, [&](storage::Transaction& tx) {
      tx.note_entry();
      return tx.execute("UPDATE parcels SET version = 2 WHERE id = ?", id) == 1;
    });
  }
  test::World world() { return test::world(bank_.database()); }
  std::vector<std::string> kinds_of(Id<Batch> id) {
    return bank_.read(bank_.chen_yu, [&](Work& work) {
      std::vector<std::string> out;
      for (const auto& entry : evidence::timeline(work, id.number, 0, 100))
        out.push_back(entry.kind);
      return out;
    });
  }

  Instant now_ = test::monday;
  std::function<std::optional<BrokenBy>()> stopped_by_;
  const Target target_ = parcels();
  test::Gate gate_;
  test::Bank bank_{GetParam(), gate_.pass()};
};

}  // namespace xb::exchange
