// How much of a disk is free, and what is left for what people register.
#pragma once

#include <cstdint>
#include <filesystem>

namespace xb::storage {

// What is free of a disk: `scarce`, less than a twentieth, is told to whoever looks; at `low`, less
// than a twentieth and than `kept_bytes`, no file and no import is taken: the rest is for what
// people register. (A twentieth of a large disk is more than they will ever need.)
enum class Space { enough, scarce, low };

inline constexpr std::uintmax_t kept_bytes = 1u << 30;

Space space_of(std::uintmax_t available_bytes, std::uintmax_t capacity_bytes);

// Of the disk under `folder`; `enough` where it does not tell.
Space space_under(const std::filesystem::path& folder);

}  // namespace xb::storage
