// How many files and sockets this process may have open.
#pragma once

#include <cstddef>

namespace xb::http {

// Raises the limit to `wanted` as far as the system lets us; what the limit is then.
std::size_t raise_descriptors_to(std::size_t wanted);

// How many connections may be open where `limit` descriptors are and `kept` are for others.
std::size_t connections_within(std::size_t wanted, std::size_t kept, std::size_t limit);

}  // namespace xb::http
