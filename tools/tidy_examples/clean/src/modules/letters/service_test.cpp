TEST(Letters, AreSentOnce) { EXPECT_EQ(1, 1); }
