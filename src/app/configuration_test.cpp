#include "app/configuration.h"

#include <fstream>

#include <gtest/gtest.h>

#include "app/installation.h"
#include "test/support/databases.h"

namespace xb::app {
namespace {

using Texts = std::vector<std::string>;

// What reading is refused with, as `code field`.
std::string refusal(const std::string& toml) {
  const auto configuration = read_configuration(toml);
  return configuration ? "none" : configuration.error().code + " " + configuration.error().field;
}

void expect_defaults(const Configuration& read) {
  const Configuration defaults;
  EXPECT_EQ(read.durable, true);
  EXPECT_EQ(read.zone.offset, std::chrono::hours{8});
  EXPECT_EQ(read.keys, "secret");
  EXPECT_EQ(read.listen, "127.0.0.1:8080");
  EXPECT_EQ(read.hosts, Texts{});
  EXPECT_EQ(read.proxies, Texts{});
  EXPECT_TRUE(read.certificate.empty());
  EXPECT_TRUE(read.certificate_key.empty());
  EXPECT_EQ(read.http_threads, defaults.http_threads);
  EXPECT_EQ(read.readers, defaults.readers);
  EXPECT_EQ(read.writers, defaults.writers);
  EXPECT_TRUE(read.wants_second_factor);
  const files::Limits limits;
  for (const auto kind : {files::FileKind::image, files::FileKind::document, files::FileKind::text,
                          files::FileKind::audio, files::FileKind::video})
    EXPECT_EQ(read.file_limits.of(kind), limits.of(kind));
  EXPECT_EQ(read.file_limits.bytes_of_case_max, limits.bytes_of_case_max);
  EXPECT_EQ(read.file_limits.files_of_case_max, limits.files_of_case_max);
}

TEST(Configuration, WithoutAnyKeyHasItsDefaults) {
  const auto read = read_configuration("");
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->database, "sqlite");
  expect_defaults(*read);
}

TEST(Configuration, AsItIsWrittenAtFirstSaysTheDefaults) {
  for (const std::string database : {"sqlite", "postgresql://bank@db.bank.example/xiaobao"}) {
    const auto read = read_configuration(configuration_text(database));
    ASSERT_TRUE(read.has_value()) << read.error().field;
    EXPECT_EQ(read->database, database);
    expect_defaults(*read);
  }
}

TEST(Configuration, EveryKeyIsRead) {
  const auto read = read_configuration(R"(
database = "postgres://bank@db/xiaobao"
zone = "-03:30"
keys = "/srv/keys"
[http]
listen = "0.0.0.0:443"
hosts = ["xiaobao.bank.example", "a.example"]
proxies = ["10.0.0.1"]
certificate = "/srv/tls/chain.pem"
certificate_key = "/srv/tls/key.pem"
threads = 3
[sqlite]
synchronous = "normal"
[sign_in]
second_factor = "off"
[files]
video_mb = 3
case_files = 7
[portal]
telephone = "95500"
address = "https://portal.bank.example:8443"
staff_networks = ["10.0.0.0/8"]
[notices]
sms_url = "https://sms.bank.example/send"
sms_token = "gateway-token"
[pools]
readers = 5
writers = 6
)");
  ASSERT_TRUE(read.has_value()) << read.error().field;
  EXPECT_EQ(read->database, "postgres://bank@db/xiaobao");
  EXPECT_EQ(read->zone.offset, -std::chrono::minutes{210});
  EXPECT_EQ(read->keys, "/srv/keys");
  EXPECT_EQ(read->file_limits.video_max, 3 << 20);
  EXPECT_EQ(read->file_limits.largest(), 100 << 20);
  EXPECT_EQ(read->file_limits.files_of_case_max, 7);
  EXPECT_EQ(read->listen, "0.0.0.0:443");
  EXPECT_EQ(read->hosts, (Texts{"xiaobao.bank.example", "a.example"}));
  EXPECT_EQ(read->proxies, Texts{"10.0.0.1"});
  EXPECT_EQ(read->certificate, "/srv/tls/chain.pem");
  EXPECT_EQ(read->certificate_key, "/srv/tls/key.pem");
  EXPECT_EQ(read->http_threads, 3);
  EXPECT_EQ(read->telephone, "95500");
  EXPECT_EQ(read->portal_address, "https://portal.bank.example:8443");
  EXPECT_EQ(read->staff_networks, Texts{"10.0.0.0/8"});
  EXPECT_EQ(read->gateway->host, "sms.bank.example");
  EXPECT_EQ(read->gateway_token, "gateway-token");
  EXPECT_FALSE(read->shows_notices);
  EXPECT_FALSE(read->durable);
  EXPECT_FALSE(read->wants_second_factor);
  EXPECT_EQ(read->readers, 5);
  EXPECT_EQ(read->writers, 6);
}

TEST(Configuration, ATrialBankShowsItsMessagesAndAnotherSendsNone) {
  const auto trial = read_configuration(configuration_text("sqlite", true));
  ASSERT_TRUE(trial.has_value());
  EXPECT_TRUE(trial->shows_notices);
  EXPECT_EQ(trial->telephone, "0571-00000000");
  EXPECT_FALSE(trial->wants_second_factor);
  const auto bank = read_configuration(configuration_text("sqlite"));
  EXPECT_FALSE(bank->shows_notices);
  EXPECT_EQ(bank->telephone, "");
  EXPECT_FALSE(bank->gateway.has_value());
  EXPECT_EQ(refusal("[notices]\nsms_url = \"sms.bank.example\""), "notices.url notices.sms_url");
}

TEST(Configuration, AValueOfAnotherTypeNamesItsKey) {
  const struct {
    const char* toml;
    const char* key;
  } cases[] = {
      {"database = 5", "database"},
      {"zone = 8", "zone"},
      {"keys = true", "keys"},
      {"[http]\nlisten = 8080", "http.listen"},
      {"[http]\nhosts = \"a\"", "http.hosts"},
      {"[http]\nhosts = [1]", "http.hosts"},
      {"[http]\nproxies = {}", "http.proxies"},
      {"[http]\ncertificate = 1\ncertificate_key = \"k\"", "http.certificate"},
      {"[http]\ncertificate = \"c\"\ncertificate_key = 1", "http.certificate_key"},
      {"[http]\nthreads = \"1\"", "http.threads"},
      {"[http]\nthreads = 2.0", "http.threads"},
      {"[http]\nthreads = true", "http.threads"},
      {"[sqlite]\nsynchronous = false", "sqlite.synchronous"},
      {"[sign_in]\nsecond_factor = \"never\"", "sign_in.second_factor"},
      {"[portal]\ntelephone = 95500", "portal.telephone"},
      {"[portal]\naddress = \"portal.bank.example\"", "portal.address"},
      {"[portal]\naddress = \"https://portal.bank.example/x\"", "portal.address"},
      {"[portal]\nstaff_networks = [\"10.0.0.0\"]", "portal.staff_networks"},
      {"[notices]\nshow = 1", "notices.show"},
      {"[notices]\nsms_token = \"secret\"", "notices.sms_token"},
      {"[notices]\nsms_url = \"http://sms.test/\"\nshow = true", "notices.show"},
      {"[pools]\nreaders = \"4\"", "pools.readers"},
      {"[pools]\nwriters = [8]", "pools.writers"},
  };
  for (const auto& [toml, key] : cases)
    EXPECT_EQ(refusal(toml), std::string{"configuration.malformed "} + key) << toml;
}

TEST(Configuration, ATableThatIsNoneNamesItself) {
  for (const std::string name : {"http", "sqlite", "pools", "portal", "notices"}) {
    EXPECT_EQ(refusal(name + " = 5"), "configuration.malformed " + name);
    EXPECT_EQ(refusal("[[" + name + "]]"), "configuration.malformed " + name);
  }
}

TEST(Configuration, AValueOutsideItsLimitsNamesItsKey) {
  const struct {
    const char* toml;
    const char* key;
  } cases[] = {
      {"database = \"mysql://bank\"", "database"},
      {"database = \"\"", "database"},
      {"zone = \"Asia/Shanghai\"", "zone"},
      {"zone = \"+25:00\"", "zone"},
      {"[http]\ncertificate = \"c\"", "http.certificate_key"},
      {"[http]\ncertificate_key = \"k\"", "http.certificate_key"},
      {"[http]\nthreads = 0", "http.threads"},
      {"[http]\nthreads = 65", "http.threads"},
      {"[sqlite]\nsynchronous = \"off\"", "sqlite.synchronous"},
      {"[pools]\nreaders = 0", "pools.readers"},
      {"[pools]\nreaders = 257", "pools.readers"},
      {"[pools]\nwriters = -1", "pools.writers"},
      {"[pools]\nwriters = 257", "pools.writers"},
  };
  for (const auto& [toml, key] : cases)
    EXPECT_EQ(refusal(toml), std::string{"configuration.malformed "} + key) << toml;
  EXPECT_EQ(refusal("[http]\nthreads = 64\n[pools]\nreaders = 256\nwriters = 1"), "none");
}

TEST(Configuration, AMisspeltKeyIsNoticed) {
  EXPECT_EQ(refusal("databse = \"sqlite\""), "configuration.unknown_key databse");
  EXPECT_EQ(refusal("[htpp]\nlisten = \"a\""), "configuration.unknown_key htpp");
  EXPECT_EQ(refusal("[http]\nlistn = \"a\""), "configuration.unknown_key http.listn");
  EXPECT_EQ(refusal("[sqlite]\nsync = \"full\""), "configuration.unknown_key sqlite.sync");
  EXPECT_EQ(refusal("[pools]\nreader = 4"), "configuration.unknown_key pools.reader");
  EXPECT_EQ(refusal("listen = \"a\""), "configuration.unknown_key listen");
}

TEST(Configuration, TextThatIsNoTomlNamesTheLine) {
  EXPECT_EQ(refusal("zone = \"Z\"\nkeys = \n"), "configuration.malformed line 2");
  EXPECT_EQ(refusal("zone = \"Z\"\nzone = \"Z\"\n"), "configuration.malformed line 2");
}

TEST(Configuration, HoldsAnAddressWithAnyCharacter) {
  const std::string address = "postgresql://b/\"x\\y\tz\nzone = 5";
  const auto read = read_configuration(configuration_text(address));
  ASSERT_TRUE(read.has_value()) << read.error().field;
  EXPECT_EQ(read->database, address);
}

TEST(Configuration, IsReadFromItsDirectory) {
  const test::Folder folder;
  const Directory directory{folder.path()};
  const auto missing = load_configuration(directory);
  ASSERT_FALSE(missing.has_value());
  EXPECT_EQ(missing.error(), (Refusal{Reason::missing, "directory.missing", "xiaobao.toml"}));
  std::ofstream(directory.configuration()) << "[pools]\nreaders = 9\n";
  const auto read = load_configuration(directory);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->readers, 9);
}

TEST(Configuration, SaysWhereDatabaseAndKeysAre) {
  const Directory directory{"/srv/xiaobao"};
  Configuration configuration;
  configuration.readers = 3;
  configuration.writers = 2;
  configuration.durable = false;
  EXPECT_EQ(options_of(directory, configuration).address, "/srv/xiaobao/xiaobao.db");
  EXPECT_EQ(options_of(directory, configuration).readers, 3u);
  EXPECT_EQ(options_of(directory, configuration).writers, 2u);
  EXPECT_FALSE(options_of(directory, configuration).durable);
  EXPECT_EQ(keys_directory(directory, configuration), "/srv/xiaobao/secret");
  configuration.database = "postgresql://bank@db/xiaobao";
  configuration.keys = "/srv/keys";
  EXPECT_EQ(options_of(directory, configuration).address, "postgresql://bank@db/xiaobao");
  EXPECT_EQ(keys_directory(directory, configuration), "/srv/keys");
}

}  // namespace
}  // namespace xb::app
