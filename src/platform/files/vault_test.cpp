#include "platform/files/vault.h"

#include <algorithm>
#include <fstream>

#include <gtest/gtest.h>

#include "platform/storage/failure.h"
#include "test/support/databases.h"

namespace xb::files {
namespace {

namespace fs = std::filesystem;

class AVault : public testing::Test {
 protected:
  // Kept under its name.
  Received kept(const std::string& bytes, std::size_t step = 1 << 20) {
    const auto incoming = *vault_.receive();
    for (std::size_t at = 0; at < bytes.size(); at += step)
      EXPECT_TRUE(incoming->take(std::string_view{bytes}.substr(at, step)).has_value());
    auto received = incoming->finish();
    EXPECT_TRUE(received.has_value());
    return *received;
  }
  std::string read(const Received& file) {
    auto reader = vault_.open(file.file, file.key);
    std::string out;
    while (const auto part = reader.next()) out += *part;
    return out;
  }
  fs::path place_of(const Received& file) const {
    return root_.path() / "files" / file.file.substr(0, 2) / file.file;
  }
  std::size_t count_of_files() const {
    std::size_t out = 0;
    for (const auto& one : fs::recursive_directory_iterator(root_.path()))
      if (one.is_regular_file()) ++out;
    return out;
  }
  static std::string bytes_of(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }
  static void write(const fs::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
  }

  test::Folder root_;
  Limits limits_{.text_max = 400'000};
  Vault vault_{root_.path() / "files", limits_};
};

TEST_F(AVault, GivesBackWhatItGotAtEveryLengthAroundASegment) {
  for (const std::size_t size : {std::size_t{1}, segment_bytes - 1, segment_bytes,
                                 segment_bytes + 1, 3 * segment_bytes, 3 * segment_bytes + 7}) {
    std::string bytes;
    while (bytes.size() < size) bytes += std::to_string(bytes.size()) + " ";
    bytes.resize(size);
    const Received file = kept(bytes, 1000);
    EXPECT_EQ(read(file), bytes) << size;
    EXPECT_EQ(file.bytes, static_cast<std::int64_t>(size));
    EXPECT_EQ(fs::file_size(place_of(file)), sealed_size(size));
    EXPECT_FALSE(vault_.fault_of(file, Vault::Depth::content).has_value());
    EXPECT_EQ(fs::status(place_of(file)).permissions(),
              fs::perms::owner_read | fs::perms::owner_write);
  }
}

TEST_F(AVault, HoldsNothingInClear) {
  const std::string words = "欧阳明月的存款凭证，账号 6222021234567890123。";
  const Received file = kept(words);
  const std::string stored = bytes_of(place_of(file));
  EXPECT_EQ(stored.find("6222021234567890123"), std::string::npos);
  EXPECT_EQ(stored.find("凭证"), std::string::npos);
  EXPECT_NE(file.key.masked(), file.key.reveal());
}

TEST_F(AVault, NoticesEveryChangeOfAFile) {
  const Received file = kept(std::string(2 * segment_bytes + 100, 'x'));
  const std::string good = bytes_of(place_of(file));
  constexpr std::size_t sealed = segment_bytes + 28;
  const std::size_t first = 4;
  const auto expect_altered = [&](const std::string& bytes, const char* what) {
    write(place_of(file), bytes);
    EXPECT_EQ(vault_.fault_of(file, Vault::Depth::content), FileFault::altered) << what;
    EXPECT_THROW(read(file), storage::Failure) << what;
  };
  std::string flipped = good;
  flipped[first + 100] ^= 1;
  expect_altered(flipped, "a bit");
  expect_altered(good.substr(0, first + sealed), "cut at the end of a segment");
  expect_altered(good.substr(0, good.size() - 1), "cut in the middle of one");
  expect_altered(good + good.substr(first, sealed), "something behind its end");
  std::string moved = good;
  std::swap_ranges(moved.begin() + first, moved.begin() + first + sealed,
                   moved.begin() + first + sealed);
  expect_altered(moved, "two segments in the other order");
  expect_altered(good.substr(0, first), "all segments left out");
  expect_altered("", "nothing");
  fs::remove(place_of(file));
  EXPECT_EQ(vault_.fault_of(file, Vault::Depth::size), FileFault::missing);
  EXPECT_THROW(read(file), storage::Failure);
}

TEST_F(AVault, ALimitIsThatOfItsKindToTheByte) {
  const auto outcome = [&](std::size_t size) -> std::string {
    const auto incoming = *vault_.receive();
    for (std::size_t at = 0; at < size; at += 1000)
      if (auto taken = incoming->take(std::string(std::min<std::size_t>(1000, size - at), 'x'));
          !taken)
        return taken.error().code;
    const auto received = incoming->finish();
    return received ? "kept" : received.error().code;
  };
  EXPECT_EQ(outcome(0), "file.empty");
  EXPECT_EQ(outcome(400'000), "kept");
  EXPECT_EQ(outcome(400'001), "file.too_large");
}

TEST_F(AVault, KeepsNothingOfWhatDidNotComeWhole) {
  {
    const auto incoming = *vault_.receive();
    ASSERT_TRUE(incoming->take(std::string(300'000, 'x')).has_value());
    EXPECT_EQ(count_of_files(), 1u);
  }
  EXPECT_EQ(count_of_files(), 0u);
  {
    const auto refused = *vault_.receive();
    EXPECT_FALSE(refused->take("MZ" + std::string(600, '\0')).has_value());
  }
  EXPECT_EQ(count_of_files(), 0u);
  {
    const auto discarded = *vault_.receive();
    ASSERT_TRUE(discarded->take("x").has_value());
    ASSERT_TRUE(discarded->finish().has_value());
    discarded->discard();
  }
  EXPECT_EQ(count_of_files(), 0u);
  const fs::path left = root_.path() / "files" / "incoming" / "left";
  write(left, "by a program that was killed");
  vault_.clear_incoming();
  EXPECT_FALSE(fs::exists(left));
}

TEST_F(AVault, SweepsWhatNobodyNamesAndLeavesWhatIsOnItsWay) {
  const Received named = kept("named");
  const Received stray = kept("stray");
  const auto incoming = *vault_.receive();
  ASSERT_TRUE(incoming->take("on its way").has_value());
  const auto coming = incoming->finish();
  std::size_t gone = 0;
  for (unsigned folder = 0; folder < Vault::folders; ++folder)
    gone += vault_.sweep(folder, [&](const std::vector<std::string>& names) {
      for (const std::string& name : names) EXPECT_NE(name, coming->file);
      return std::set<std::string>{named.file};
    });
  EXPECT_EQ(gone, 1u);
  EXPECT_TRUE(fs::exists(place_of(named)));
  EXPECT_TRUE(fs::exists(place_of(*coming)));
  EXPECT_FALSE(fs::exists(place_of(stray)));
}

}  // namespace
}  // namespace xb::files
