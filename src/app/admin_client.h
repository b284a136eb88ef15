// The command line's side of the admin socket: when a server holds the directory, it does the work.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include <boost/json/value.hpp>

#include "core/result.h"

namespace xb::app {

struct Reply {
  int status = 0;
  std::string body;
};

// One HTTP exchange over the socket. Refuses with admin.unreachable or directory.path_too_long.
Result<Reply> ask_server(const std::filesystem::path& socket, std::string_view method,
                         const std::string& target,
                         const std::map<std::string, std::string>& headers, std::string body);

// What a problem document refuses with; `internal` where there is none.
Refusal refusal_of(const Reply& reply);

// The JSON of an answer with the status that was wanted. Refuses with what the problem says.
Result<boost::json::value> answer_of(const Reply& reply, int wanted);

}  // namespace xb::app
