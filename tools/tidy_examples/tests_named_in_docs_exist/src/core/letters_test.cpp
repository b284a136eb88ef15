TEST(Letters, AreSentOnce) {}
