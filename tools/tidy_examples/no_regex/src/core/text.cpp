#include <regex>

// std::regex crashes.
const std::regex pattern("a*");
const char* name = "std::regex";
