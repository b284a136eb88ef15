// Solving a puzzle as a page does.
#pragma once

#include <string>

#include "platform/sealing/crypto.h"

namespace xb::portal {

inline std::string solved(const std::string& puzzle) {
  std::string out = puzzle + ":";
  for (int i = 0; i < 16; ++i) {
    std::int64_t n = 0;
    for (;; ++n) {
      const auto hash = sealing::sha256(puzzle + "." + std::to_string(i) + "." + std::to_string(n));
      if (hash[0] == 0 && static_cast<unsigned char>(hash[1]) < 16) break;
    }
    out += (i == 0 ? "" : ",") + std::to_string(n);
  }
  return out;
}

}  // namespace xb::portal
