// Personal values on their way into a real database and back.
#include "platform/sealing/rows.h"

#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "platform/storage/database.h"
#include "platform/storage/failure.h"
#include "platform/storage/migrations.h"
#include "test/support/databases.h"

namespace xb::sealing {
namespace {

using privacy::Address;
using privacy::IdentityNumber;
using privacy::Name;
using privacy::Personal;
using privacy::Phone;
using privacy::Prose;

struct Patron {
  static constexpr std::string_view table = "patrons";
  Id<Patron> id;
  Id<DataKey> key_id;
  Personal<Name> name;
  std::optional<Personal<Phone>> phone;
  BlindIndex<Phone> phone_index;
  std::optional<Personal<IdentityNumber>> identity_number;
  std::optional<Personal<Address>> address;
  Personal<Prose<1000>> words;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Patron, (),
                      (id, key_id, name, phone, phone_index, identity_number, address, words,
                       version))

// Planted, and to be found nowhere in clear.
const std::map<std::string, std::string> planted{
    {"name", "欧阳修远"},
    {"phone", "138-0013-8000"},
    {"phone, normal", "13800138000"},
    {"identity number", "11010519491231002X"},
    {"address", "云津市东湖区明月路七号"},
    {"words", "柜员把我的存折弄丢了 lost-passbook-4711"},
};

// A database with one table more, on one connection.
class Archive {
 public:
  explicit Archive(test::Engine engine) : database_(engine) {
    connection_->run(
        "CREATE TABLE patrons (id bigint PRIMARY KEY, key_id bigint NOT NULL, name text NOT NULL,"
        " phone text, phone_index text, identity_number text, address text, words text NOT NULL,"
        " version bigint NOT NULL)",
        {});
    ids_.add(5'000);
  }
  Archive(const Archive&) = delete;

  Work& work() { return work_; }
  const Keyring& keys() const { return keys_; }
  storage::Connection& connection() { return *connection_; }

  // All that an onlooker of the database sees: its files, or the text of each row.
  std::string onlooker_sees() {
    std::string out;
    if (connection_->dialect() == storage::Dialect::postgres) {
      static constexpr storage::CellType types[] = {storage::CellType::text};
      for (const char* rows :
           {"SELECT patrons::text FROM patrons", "SELECT data_keys::text FROM data_keys"})
        connection_->run(rows, {}, types, [&](std::span<storage::Cell> row) {
          out += std::get<std::string>(row[0]) + "\n";
        });
      return out;
    }
    const std::filesystem::path file = database_.options().address;
    for (const auto& entry : std::filesystem::directory_iterator(file.parent_path())) {
      std::ifstream stream(entry.path(), std::ios::binary);
      out.append(std::istreambuf_iterator<char>(stream), {});
    }
    return out;
  }

 private:
  test::TestDatabase database_;
  test::Folder folder_;
  Keyring keys_ = *Keyring::create(folder_.path() / "secret");
  std::unique_ptr<storage::Connection> connection_ = storage::connect(database_.options());
  storage::IdBlock ids_;
  storage::TableKinds kinds_{{}};
  storage::Transaction tx_{*connection_, ids_, kinds_};
  Work work_{.tx = tx_,
             .keys = keys_,
             .actor = {},
             .now = *parse_instant("2026-03-02T09:00:00+08:00"),
             .zone = {},
             .id = "4711",
             .if_version = {}};
};

template <class Kind>
Personal<Kind> personal(const std::string& value) {
  return *Personal<Kind>::from(value);
}

Patron ouyang(Archive& archive, const DataKey& key) {
  const auto phone = personal<Phone>(planted.at("phone"));
  return {.id = archive.work().new_id<Patron>(),
          .key_id = key.id(),
          .name = personal<Name>(planted.at("name")),
          .phone = phone,
          .phone_index = BlindIndex<Phone>::of(archive.keys(), phone),
          .identity_number = personal<IdentityNumber>(planted.at("identity number")),
          .address = personal<Address>(planted.at("address")),
          .words = personal<Prose<1000>>(planted.at("words"))};
}

// Nothing is known of this one but the name and the words.
Patron stranger(Archive& archive, const DataKey& key) {
  return {.id = archive.work().new_id<Patron>(),
          .key_id = key.id(),
          .name = personal<Name>("张三"),
          .words = personal<Prose<1000>>("无")};
}

Patron found(Archive& archive, Id<Patron> id) {
  return find<Patron>(archive.work(), "WHERE id = ?", id).value();
}

void expect_altered(Archive& archive, Id<Patron> id, std::string_view place) {
  try {
    found(archive, id);
    ADD_FAILURE() << "opened";
  } catch (const storage::Failure& failure) {
    EXPECT_EQ(failure.code(), "sealed");
    EXPECT_EQ(failure.statement(), place);
  }
}

class SealedRows : public testing::TestWithParam<test::Engine> {
 protected:
  Archive archive{GetParam()};
};

INSTANTIATE_TEST_SUITE_P(EachDatabase, SealedRows, testing::ValuesIn(test::engines()),
                         [](const auto& engine) { return test::name_of(engine.param); });

TEST_P(SealedRows, ComeBackAsTheyWere) {
  const DataKey key = new_key(archive.work());
  const Patron patron = ouyang(archive, key);
  insert(archive.work(), patron, key);
  const Patron back = found(archive, patron.id);
  EXPECT_EQ(back.key_id, key.id());
  EXPECT_EQ(back.name, patron.name);
  EXPECT_EQ(back.phone, patron.phone);
  EXPECT_EQ(back.phone_index.text, patron.phone_index.text);
  EXPECT_EQ(back.identity_number, patron.identity_number);
  EXPECT_EQ(back.address, patron.address);
  EXPECT_EQ(back.words, patron.words);
  EXPECT_EQ(back.version, 1);
}

TEST_P(SealedRows, HoldNothingInClear) {
  const DataKey key = new_key(archive.work());
  Patron patron = ouyang(archive, key);
  insert(archive.work(), patron, key);
  ASSERT_TRUE(update(archive.work(), patron, key));
  const std::string seen = archive.onlooker_sees();
  EXPECT_NE(seen.find(*patron.phone_index.text), std::string::npos);  // it does look at the row
  for (const auto& [what, value] : planted) EXPECT_EQ(seen.find(value), std::string::npos) << what;
}

TEST_P(SealedRows, AnAbsentValueIsNull) {
  const DataKey key = new_key(archive.work());
  const Patron patron = stranger(archive, key);
  insert(archive.work(), patron, key);
  EXPECT_EQ(archive.work().tx.one<std::int64_t>(
                "SELECT count(*) FROM patrons WHERE phone IS NULL AND phone_index IS NULL"
                " AND identity_number IS NULL AND address IS NULL AND name IS NOT NULL"),
            1);
  const Patron back = found(archive, patron.id);
  EXPECT_EQ(back.name.reveal(), "张三");
  EXPECT_FALSE(back.phone || back.identity_number || back.address || back.phone_index.text);
}

TEST_P(SealedRows, AreFoundByTheBlindIndexHoweverTheNumberIsWritten) {
  const DataKey key = new_key(archive.work());
  const Patron patron = ouyang(archive, key);
  insert(archive.work(), patron, key);
  insert(archive.work(), stranger(archive, key), key);
  const auto by_phone = [&](const std::string& number) {
    return find<Patron>(archive.work(), "WHERE phone_index = ?",
                        BlindIndex<Phone>::of(archive.keys(), personal<Phone>(number)));
  };
  for (const std::string number : {"13800138000", "+86 138 0013 8000"}) {
    ASSERT_TRUE(by_phone(number)) << number;
    EXPECT_EQ(by_phone(number)->id, patron.id);
  }
  EXPECT_FALSE(by_phone("13800138001"));
}

TEST_P(SealedRows, AreReadWithAKeyEach) {
  std::vector<Id<Patron>> ids;
  for (int i = 0; i < 5; ++i) {
    const DataKey key = new_key(archive.work());
    const Patron patron = i % 2 == 0 ? ouyang(archive, key) : stranger(archive, key);
    insert(archive.work(), patron, key);
    ids.push_back(patron.id);
  }
  auto query = storage::Query::of<Patron>();
  const auto all = find_all<Patron>(archive.work(), query.add(storage::Sql<>("ORDER BY id")));
  ASSERT_EQ(all.size(), ids.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    EXPECT_EQ(all[i].id, ids[i]);
    EXPECT_EQ(all[i].name.reveal(), i % 2 == 0 ? planted.at("name") : "张三");
    EXPECT_EQ(all[i].phone.has_value(), i % 2 == 0);
  }
}

TEST_P(SealedRows, AreChangedByTheFasterOne) {
  const DataKey made = new_key(archive.work());
  Patron patron = stranger(archive, made);
  insert(archive.work(), patron, made);
  Patron slower = found(archive, patron.id);

  const DataKey again = key(archive.work(), patron.key_id);
  patron.phone = personal<Phone>("95588");
  ASSERT_TRUE(update(archive.work(), patron, again));
  EXPECT_EQ(patron.version, 2);
  slower.phone = personal<Phone>("95599");
  EXPECT_FALSE(update(archive.work(), slower, again));
  EXPECT_EQ(found(archive, patron.id).phone->reveal(), "95588");

  patron.phone.reset();
  ASSERT_TRUE(update(archive.work(), patron, again));
  EXPECT_FALSE(found(archive, patron.id).phone);
}

TEST_P(SealedRows, AMovedValueIsToldAndTheOthersStayGood) {
  const DataKey first_key = new_key(archive.work()), second_key = new_key(archive.work());
  const Patron first = ouyang(archive, first_key), second = ouyang(archive, second_key);
  const Patron third = ouyang(archive, first_key), untouched = ouyang(archive, first_key);
  insert(archive.work(), first, first_key);
  insert(archive.work(), second, second_key);
  insert(archive.work(), third, first_key);
  insert(archive.work(), untouched, first_key);

  auto& tx = archive.work().tx;
  tx.execute("UPDATE patrons SET name = words WHERE id = ?", first.id);  // to another field
  tx.execute("UPDATE patrons SET key_id = ? WHERE id = ?", first_key.id(), second.id);
  tx.execute("UPDATE patrons SET phone = (SELECT phone FROM patrons WHERE id = ?) WHERE id = ?",
             untouched.id, third.id);  // from another row of the same key
  expect_altered(archive, first.id, "patrons.name");
  expect_altered(archive, second.id, "patrons.name");
  expect_altered(archive, third.id, "patrons.phone");
  EXPECT_EQ(found(archive, untouched.id).name, untouched.name);
}

TEST_P(SealedRows, AMovedDataKeyIsTold) {
  const DataKey first = new_key(archive.work()), second = new_key(archive.work());
  const Patron patron = ouyang(archive, first);
  insert(archive.work(), patron, first);
  archive.work().tx.execute(
      "UPDATE data_keys SET wrapped = (SELECT wrapped FROM data_keys WHERE id = ?) WHERE id = ?",
      second.id(), first.id());
  expect_altered(archive, patron.id, "data_key");
}

TEST_P(SealedRows, FingerprintsTellWhetherTheKeysAreTheDatabases) {
  auto& tx = archive.work().tx;
  EXPECT_FALSE(check_fingerprints(tx, archive.keys())) << "it was not founded with these";
  store_fingerprints(tx, archive.keys());
  EXPECT_TRUE(check_fingerprints(tx, archive.keys()));

  const test::Folder folder;
  const Keyring others = *Keyring::create(folder.path() / "secret");
  const auto wrong = check_fingerprints(tx, others);
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().code, "keys.wrong");
  EXPECT_EQ(wrong.error().field, "blind_index-1");

  tx.execute("INSERT INTO key_fingerprints (name, fingerprint) VALUES ('kek-2', '00')");
  const auto missing = check_fingerprints(tx, archive.keys());
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, "keys.missing");
  EXPECT_EQ(missing.error().field, "kek-2");
}

}  // namespace
}  // namespace xb::sealing
