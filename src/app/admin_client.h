// The command line's side of the admin socket: when a server holds the directory, it does the work.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "core/result.h"

namespace xb::app {

struct Reply {
  int status = 0;
  std::string body;
};

// One HTTP exchange over the socket. Refuses with admin.unreachable.
Result<Reply> ask_server(const std::filesystem::path& socket, std::string_view method,
                         const std::string& target,
                         const std::map<std::string, std::string>& headers, std::string body);

}  // namespace xb::app
