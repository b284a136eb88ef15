// A consumer at the portal of a test bank: what he tells, sends and gets, through the API.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/api_fixture.h"

namespace xb::portal {

// Enough to be handed in.
inline constexpr const char* least_filing =
    R"({"description": "年费重复扣收，致电多次无人处理。", "name": "沈万清", "phone": "13900001111"})";

class AConsumer : public app::AnApi {
 protected:
  using Headers = std::vector<std::pair<std::string, std::string>>;

  http::Response send(http::Method method, const std::string& path, const std::string& body = {},
                      const Headers& headers = {}) {
    const std::size_t mark = path.find('?');
    http::Request asked = request(method, path.substr(0, mark), body);
    if (mark != std::string::npos) asked.query = *http::parse_query(path.substr(mark + 1));
    asked.remote = remote_;
    for (const auto& [name, value] : headers) asked.headers[name] = value;
    return ask(std::move(asked));
  }
  http::Response post(const std::string& path, const std::string& body = "{}",
                      const Headers& headers = {}) {
    return send(http::Method::post, path, body, headers);
  }
  http::Response get(const std::string& path, const Headers& headers = {}) {
    return send(http::Method::get, path, {}, headers);
  }

  struct Draft {
    std::string path;
    Headers token;
  };
  Draft begin() {
    const auto response = post("/api/portal/drafts");
    EXPECT_EQ(response.status, 201) << response.body;
    const std::string id = std::to_string(object(response).at("id").as_int64());
    return {"/api/portal/drafts/" + id, {{"x-draft-token", text(response, "token")}}};
  }
  http::Response save(const Draft& draft, const std::string& told) {
    return post(draft.path, told, draft.token);
  }
  http::Response upload(const std::string& path, Headers headers, const std::string& bytes,
                        const std::string& name = "%E5%87%AD%E8%AF%81.txt") {
    headers.emplace_back("x-file-name", name);
    const std::size_t mark = path.find('?');
    http::Request asked = request(http::Method::post, path.substr(0, mark));
    asked.query = *http::parse_query(path.substr(mark + 1));
    asked.remote = remote_;
    for (const auto& [field, value] : headers) asked.headers[field] = value;
    asked.file = *vault_.receive();
    const auto taken = asked.file->take(bytes);
    EXPECT_TRUE(taken.has_value());
    return ask(std::move(asked));
  }
  // Whether a file that is announced may come: nothing, or what it is refused with.
  std::string announce(const std::string& path, const Headers& headers) {
    http::Request asked = request(http::Method::post, path);
    asked.query["kind"] = {"voucher"};
    asked.remote = remote_;
    asked.headers["x-file-name"] = "a.txt";
    for (const auto& [name, value] : headers) asked.headers[name] = value;
    const http::Match match = router_.match(asked.method, asked.path);
    asked.parameters = match.parameters;
    const auto file = match.route->receive(asked);
    return file ? "" : file.error().code;
  }
  http::Response submit(const Draft& draft) {
    return post(draft.path + "/submission", "{}", draft.token);
  }
  // Handed in; what a consumer keeps.
  boost::json::object filed(const std::string& told = least_filing) {
    const Draft draft = begin();
    const auto saved = save(draft, told);
    EXPECT_EQ(saved.status, 200) << saved.body;
    const auto response = submit(draft);
    EXPECT_EQ(response.status, 201) << response.body;
    return object(response);
  }

  static std::string code_of(const http::Response& response) {
    return std::to_string(response.status) + " " + text(response, "code") +
           (text(response, "field").empty() ? "" : " " + text(response, "field"));
  }

  std::string remote_ = "192.0.2.7";
};

}  // namespace xb::portal
