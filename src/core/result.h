// A refusal is an expected "no" that the caller can act on, so it is a value. A failure (disk,
// network) is an exception and a bug is an abort; neither ever appears here.
#pragma once

#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace xb {

enum class Reason { invalid, unauthenticated, forbidden, missing, conflict, too_many };

struct Refusal {
  Reason reason;
  std::string code;   // stable, and the key of its sentence in data/texts
  std::string field;  // the input at fault as a dotted path, or empty

  bool operator==(const Refusal&) const = default;
};

// Not to be ignored: a dropped Refusal would look like success.
template <class T>
struct [[nodiscard]] Result : tl::expected<T, Refusal> {
  using tl::expected<T, Refusal>::expected;
};

inline tl::unexpected<Refusal> refuse(Reason reason, std::string code, std::string field = {}) {
  return tl::unexpected<Refusal>({reason, std::move(code), std::move(field)});
}

// What a successful Result holds. Stands in for expected<void>::value(), which Debian's
// libexpected-dev 1.0.0 cannot compile.
template <class T>
T take(Result<T>&& result) {
  return std::move(*result);
}
inline void take(Result<void>&&) {}

}  // namespace xb

// Unwraps a Result, or returns its Refusal from the enclosing function. One per statement.
#define TRY(expression)                                                    \
  __extension__({                                                          \
    auto try_result = (expression);                                        \
    if (!try_result) return tl::unexpected(std::move(try_result).error()); \
    ::xb::take(std::move(try_result));                                     \
  })
