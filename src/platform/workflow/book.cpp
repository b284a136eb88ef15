#include "platform/workflow/book.h"

namespace xb::workflow {
namespace {

bool contains(const std::vector<std::string>& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

}  // namespace

bool hold(const Conditions& conditions, const Facts& facts) {
  return std::all_of(conditions.begin(), conditions.end(), [&](const auto& condition) {
    const auto fact = facts.find(condition.first);
    return fact != facts.end() && contains(condition.second, fact->second);
  });
}

bool are_compatible(const Conditions& a, const Conditions& b) {
  return std::all_of(a.begin(), a.end(), [&](const auto& condition) {
    const auto other = b.find(condition.first);
    if (other == b.end()) return true;
    return std::any_of(condition.second.begin(), condition.second.end(),
                       [&](const std::string& value) { return contains(other->second, value); });
  });
}

}  // namespace xb::workflow
