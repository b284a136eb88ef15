TEST(Text, DISABLED_IsRead) {}
TEST(Text, IsWritten) {
  GTEST_SKIP() << "later";
}
// GTEST_SKIP is not for us.
