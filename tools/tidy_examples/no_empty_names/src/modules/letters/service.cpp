#include "platform/storage/database.h"

class LetterManager {};
int base64_of(int database); // a helper in a comment
int common_sender = 1;
int other = stream.base();
struct Impl;
TEST(Letters, HaveNothingInCommon) {}
