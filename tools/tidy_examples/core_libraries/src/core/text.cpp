#include <string>

#include <boost/json/value.hpp>
#include <fmt/core.h>
#include <fstream>
#include <toml++/toml.h>
