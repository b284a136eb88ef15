// An answer that goes on, told over a connection.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

#include <boost/asio/awaitable.hpp>

#include "platform/http/message.h"
#include "platform/http/stream.h"

namespace xb::http {

// What goes before its pieces, and how they go.
struct Telling {
  std::string_view head;
  std::string_view first;  // piece
  bool is_chunked = true;
  std::chrono::seconds piece_within{10};
};

// Tells it to its end. Whoever does not take a piece in time is cut off, so that nothing is kept
// for him; whoever goes, or says anything more, ends it. Then nothing is read or written any more.
boost::asio::awaitable<void> tell(Stream& stream, std::shared_ptr<Live> live, Telling telling);

}  // namespace xb::http
