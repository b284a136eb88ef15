#include "app/directory.h"

#include <fstream>
#include <optional>
#include <sys/stat.h>
#include <utility>

#include <gtest/gtest.h>
#include <unistd.h>

#include "test/support/databases.h"

namespace xb::app {
namespace {

namespace fs = std::filesystem;

constexpr auto ours_alone = fs::perms::owner_read | fs::perms::owner_write;

class TheDirectory : public testing::Test {
 protected:
  // What is closed to others is so by itself, not by the habits of the process.
  TheDirectory() : umask_(umask(0)) {}
  ~TheDirectory() override { umask(umask_); }

  // What taking the lock is refused with.
  std::optional<Refusal> refusal() {
    const auto lock = DirectoryLock::take(directory_);
    if (lock) return {};
    return lock.error();
  }

  const mode_t umask_;
  test::Folder folder_;
  const Directory directory_{folder_.path()};
};

TEST_F(TheDirectory, HasOneWriter) {
  const auto lock = DirectoryLock::take(directory_);
  ASSERT_TRUE(lock.has_value());
  EXPECT_FALSE(lock->is_read_only());
  const Refusal held{Reason::conflict, "directory.held", "pid " + std::to_string(getpid())};
  EXPECT_EQ(refusal(), held);
  EXPECT_EQ(refusal(), held) << "asking does not loosen it";
}

TEST_F(TheDirectory, IsFreeOnceItsWriterHasGone) {
  { const auto lock = DirectoryLock::take(directory_); }
  EXPECT_TRUE(fs::exists(directory_.lock()));
  EXPECT_FALSE(refusal().has_value()) << "the file that is left holds nothing";
}

TEST_F(TheDirectory, StaysHeldWhereTheLockIsHandedOn) {
  std::optional<DirectoryLock> kept;
  {
    auto lock = DirectoryLock::take(directory_);
    ASSERT_TRUE(lock.has_value());
    kept.emplace(std::move(*lock));
  }
  EXPECT_TRUE(refusal().has_value());
  kept.reset();
  EXPECT_FALSE(refusal().has_value());
}

TEST_F(TheDirectory, NamesTheWriterOfNowAndNotAnEarlierOne) {
  std::ofstream(directory_.lock()) << "pid 123456789012345678901234567890";
  const auto lock = DirectoryLock::take(directory_);
  EXPECT_EQ(refusal().value().field, "pid " + std::to_string(getpid()));
}

TEST_F(TheDirectory, MustBeThere) {
  const Directory nowhere{folder_.path() / "nowhere"};
  const auto lock = DirectoryLock::take(nowhere);
  ASSERT_FALSE(lock.has_value());
  EXPECT_EQ(lock.error(), (Refusal{Reason::missing, "directory.missing", ""}));
  EXPECT_FALSE(fs::exists(nowhere.root));
  EXPECT_FALSE(is_on_network(nowhere.root));
  EXPECT_FALSE(is_on_network(folder_.path()));
}

TEST_F(TheDirectory, ALockIsReadableByItsOwnerAlone) {
  const auto lock = DirectoryLock::take(directory_);
  ASSERT_TRUE(lock.has_value());
  EXPECT_EQ(fs::status(directory_.lock()).permissions(), ours_alone);
}

TEST_F(TheDirectory, HasAReserveThatIsReallyThere) {
  ASSERT_TRUE(make_reserve(directory_));
  EXPECT_EQ(fs::file_size(directory_.reserve()), reserve_bytes);
  EXPECT_EQ(reserve_bytes, 67'108'864u);
  EXPECT_EQ(fs::status(directory_.reserve()).permissions(), ours_alone);
  struct stat state {};
  ASSERT_EQ(stat(directory_.reserve().c_str(), &state), 0);
  EXPECT_GE(static_cast<std::uintmax_t>(state.st_blocks) * 512, reserve_bytes)
      << "a hole could not be freed";
}

TEST_F(TheDirectory, AReserveIsMadeOnceAndMendedWhereItIsShort) {
  ASSERT_TRUE(make_reserve(directory_));
  const auto made_at = fs::last_write_time(directory_.reserve());
  EXPECT_TRUE(make_reserve(directory_));
  EXPECT_EQ(fs::last_write_time(directory_.reserve()), made_at);
  fs::resize_file(directory_.reserve(), 1000);
  EXPECT_TRUE(make_reserve(directory_));
  EXPECT_EQ(fs::file_size(directory_.reserve()), reserve_bytes);
}

TEST_F(TheDirectory, WithoutRoomForAReserveNoneIsLeft) {
  const Directory nowhere{folder_.path() / "nowhere"};
  EXPECT_FALSE(make_reserve(nowhere));
  EXPECT_FALSE(fs::exists(nowhere.reserve()));
}

}  // namespace
}  // namespace xb::app
