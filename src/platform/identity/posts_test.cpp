#include "platform/identity/posts.h"

#include <set>

#include <gtest/gtest.h>

namespace xb::identity {
namespace {

TEST(Posts, EachPermissionIsHeldByExactlyThesePosts) {
  const struct {
    Permission permission;
    bool teller;
    bool officer;
    bool administrator;
  } cases[] = {
      {Permission("complaint.close"), false, true, false},
      {Permission("complaint.export"), false, true, false},
      {Permission("complaint.open_personal"), false, true, false},
      {Permission("complaint.read"), true, true, false},
      {Permission("complaint.register"), true, true, false},
      {Permission("complaint.search"), true, true, false},
      {Permission("complaint.withdraw"), true, true, false},
      {Permission("import.run"), false, true, false},
      {Permission("system.read"), false, false, true},
      {Permission("complaint.erase_everything"), false, false, false},
      {Permission("complaint."), false, false, false},
  };
  for (const auto& one : cases) {
    EXPECT_EQ(may(Post::teller, one.permission), one.teller) << one.permission.name();
    EXPECT_EQ(may(Post::officer, one.permission), one.officer) << one.permission.name();
    EXPECT_EQ(may(Post::administrator, one.permission), one.administrator) << one.permission.name();
  }
}

TEST(Posts, NoPermissionIsHeldTwice) {
  for (const Post post : {Post::teller, Post::officer, Post::administrator}) {
    const auto held = permissions_of(post);
    EXPECT_EQ(std::set<std::string_view>(held.begin(), held.end()).size(), held.size());
    EXPECT_FALSE(held.empty());
  }
}

TEST(Posts, WhoeverMaintainsTheSystemSeesNoComplaint) {
  for (const std::string_view permission : permissions_of(Post::administrator))
    EXPECT_FALSE(permission.starts_with("complaint.")) << permission;
}

}  // namespace
}  // namespace xb::identity
