// A head that passes check_head means to Beast, which reads it next, what it means to us: one host,
// one way to tell the length, the same fields and the same target.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>

#include "core/ensure.h"
#include "core/text.h"
#include "platform/http/checks.h"
#include "platform/http/message.h"

namespace xb::http {
namespace {

namespace beast = boost::beast;

const std::vector<std::string> our_hosts{"bank.example", "[::1]"};

struct Head {
  std::string_view method;
  std::string_view target;
  std::size_t fields = 0;
  std::vector<std::string_view> hosts;
  std::vector<std::string_view> lengths;
  std::vector<std::string_view> encodings;
};

std::string small(std::string_view text) {
  std::string out{text};
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

// Read in the plainest way, for a head that has passed.
Head read(std::string_view text) {
  Head head;
  const std::string_view first = text.substr(0, text.find("\r\n"));
  head.method = first.substr(0, first.find(' '));
  head.target = first.substr(head.method.size() + 1, first.rfind(' ') - head.method.size() - 1);
  text.remove_prefix(first.size() + 2);
  while (!text.starts_with("\r\n")) {
    const std::string_view line = text.substr(0, text.find("\r\n"));
    text.remove_prefix(line.size() + 2);
    ++head.fields;
    const std::string name = small(line.substr(0, line.find(':')));
    const std::string_view value = line.substr(name.size() + 1);
    if (name == "host") head.hosts.push_back(value);
    if (name == "content-length") head.lengths.push_back(value);
    if (name == "transfer-encoding") head.encodings.push_back(value);
  }
  return head;
}

void compare_with_beast(std::string_view text, const Head& head) {
  beast::http::request_parser<beast::http::empty_body> parser;
  parser.header_limit(1 << 20);
  parser.body_limit(boost::none);
  beast::error_code error;
  const std::size_t used = parser.put(boost::asio::buffer(text.data(), text.size()), error);
  if (error) return;  // answered with 400
  ensure(used == text.size() && parser.is_header_done(), "Beast sees another end of the head");
  const auto& fields = parser.get();
  const auto count = static_cast<std::size_t>(std::distance(fields.begin(), fields.end()));
  ensure(count == head.fields, "Beast sees other fields");
  ensure(fields.count(beast::http::field::host) == 1, "Beast sees no host, or two");
  ensure(fields.target() == beast::string_view(head.target.data(), head.target.size()),
         "Beast sees another target");
  ensure(fields.method_string() == beast::string_view(head.method.data(), head.method.size()),
         "Beast sees another method");
  ensure(parser.chunked() == !head.encodings.empty(), "Beast sees another framing");
  ensure(parser.content_length().has_value() == !head.lengths.empty(), "Beast sees another length");
}

void check_query(std::string_view target) {
  const std::size_t question = target.find('?');
  if (question == std::string_view::npos) return;
  const auto query = parse_query(target.substr(question + 1));
  if (!query) return;
  for (const auto& [name, values] : *query) {
    ensure(code_points(name) && !has_control_character(name), "a broken name in a query");
    for (const std::string& value : values)
      ensure(code_points(value) && !has_control_character(value), "a broken value in a query");
  }
}

void check(std::string_view text) {
  const bool with_our_hosts = check_head(text, our_hosts).has_value();
  const bool with_any_host = check_head(text, {}).has_value();
  ensure(with_any_host || !with_our_hosts, "a list of hosts lets more pass");
  if (!with_any_host) return;
  ensure(text.ends_with("\r\n\r\n") && text.find("\r\n\r\n") == text.size() - 4, "two heads pass");
  const Head head = read(text);
  ensure(head.fields <= fields_max, "too many fields pass");
  ensure(head.hosts.size() == 1, "no host passes, or two");
  ensure(head.lengths.size() + head.encodings.size() <= 1, "two framings pass");
  ensure(head.target.starts_with('/') && head.target.size() <= target_bytes_max,
         "a target passes that is no path");
  compare_with_beast(text, head);
  check_query(head.target);
}

}  // namespace
}  // namespace xb::http

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  xb::http::check(text);
  // Most changes break the end; this finds more heads that pass.
  xb::http::check(text + "\r\nHost: bank.example\r\n\r\n");
  return 0;
}
