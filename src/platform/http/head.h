// What the head of a request says, and the head of its answer. No reading and writing here.
#pragma once

#include <string>
#include <vector>

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "platform/http/message.h"

namespace xb::http {

using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;

// Names a request in logs and answers; not a secret.
std::string new_request_id();

// The request without its body. Taken when the head ends: trailers come later and are dropped.
// Refuses with http.query.
Result<Request> request_of(const Parser& parser);

// The address of whoever asks: the last one that no proxy of ours added to X-Forwarded-For.
std::string client_of(const Request& request, const std::string& peer,
                      const std::vector<std::string>& proxies);

// How a reader finds the end of a body.
enum class Framing { length, chunks, close };

// HTTP/1.0 does not know chunks (RFC 9112, 7.1).
Framing framing_of(const Response& response, bool is_1_0);

// Values are ours and hold no line break.
std::string head_of(const Response& response, const std::string& request_id, bool keeps_open,
                    Framing framing);

}  // namespace xb::http
