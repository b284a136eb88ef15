#include "app/web.h"

#include <gtest/gtest.h>

namespace xb::app {
namespace {

using http::Request;
using http::Response;

const std::vector<Asset> dist{
    {"web/dist/assets/portal-1a2b.js", "portal()"},
    {"web/dist/assets/portal-1a2b.js.gz", "squeezed"},
    {"web/dist/assets/type-9.woff2", "woff"},
    {"web/dist/console.html", "<title>console"},
    {"web/dist/manifest.webmanifest", "{}"},
    {"web/dist/portal.html", "<title>portal"},
    {"web/dist/portal.html.gz", "small"},
};

Request visit(std::string path) {
  Request request;
  request.path = std::move(path);
  request.headers["accept"] = "text/html,application/xhtml+xml,*/*;q=0.8";
  return request;
}
Request fetch(std::string path) {
  Request request;
  request.path = std::move(path);
  request.headers["accept"] = "*/*";
  return request;
}

std::string header(const Response& response, std::string_view wanted) {
  for (const auto& [name, value] : response.headers)
    if (name == wanted) return value;
  return {};
}

std::string body(const Web& web, const Request& request) {
  const auto response = web.answer(request);
  return response ? response->body : response.error().code;
}

TEST(Web, APathLeadsToThePageThatKnowsIt) {
  const Web web(dist);
  for (const char* path : {"/", "/follow", "/follow/2026030200000017", "/desktop"})
    EXPECT_EQ(body(web, visit(path)), "<title>portal") << path;
  for (const char* path : {"/desk", "/desk/", "/desk/complaints/17"})
    EXPECT_EQ(body(web, visit(path)), "<title>console") << path;
}

TEST(Web, OnlyWhoGoesToAPathGetsAPage) {
  const Web web(dist);
  EXPECT_EQ(body(web, fetch("/follow")), "http.not_found");
  EXPECT_EQ(body(web, fetch("/favicon.ico")), "http.not_found");
  for (const char* path : {"/api", "/api/nothing", "/admin/nothing", "/assets/old-7.js"})
    EXPECT_EQ(body(web, visit(path)), "http.not_found") << path;
  Request refused = fetch("/follow");
  refused.headers["accept"] = "text/html;q=0.0, */*";
  EXPECT_EQ(body(web, refused), "http.not_found");
}

TEST(Web, PagesAreAskedForAgainAndHashedFilesNever) {
  const Web web(dist);
  const auto page = *web.answer(visit("/"));
  EXPECT_EQ(header(page, "Cache-Control"), "no-cache");
  EXPECT_EQ(page.content_type, "text/html; charset=utf-8");
  const auto script = *web.answer(fetch("/assets/portal-1a2b.js"));
  EXPECT_EQ(header(script, "Cache-Control"), "public, max-age=31536000, immutable");
  EXPECT_EQ(script.content_type, "text/javascript; charset=utf-8");
  EXPECT_EQ(script.body, "portal()");
  const auto manifest = *web.answer(fetch("/manifest.webmanifest"));
  EXPECT_EQ(header(manifest, "Cache-Control"), "no-cache");
  EXPECT_EQ(manifest.content_type, "application/manifest+json");
}

TEST(Web, WhatTheBrowserHasIsNotSentAgain) {
  const Web web(dist);
  Request again = visit("/");
  again.headers["if-none-match"] = "\"older\", W/" + header(*web.answer(again), "ETag");
  const auto response = *web.answer(again);
  EXPECT_EQ(response.status, 304);
  EXPECT_TRUE(response.body.empty());
  again.path = "/desk";
  EXPECT_EQ(web.answer(again)->status, 200);
}

TEST(Web, ACompressedFileGoesToWhoTakesIt) {
  const Web web(dist);
  Request request = fetch("/assets/portal-1a2b.js");
  request.headers["accept-encoding"] = "br, gzip;q=0.5";
  const auto small = *web.answer(request);
  EXPECT_EQ(small.body, "squeezed");
  EXPECT_EQ(header(small, "Content-Encoding"), "gzip");
  EXPECT_EQ(header(small, "Vary"), "Accept-Encoding");
  EXPECT_EQ(small.content_type, "text/javascript; charset=utf-8");
  for (const char* not_taken : {"", "br", "gzip;q=0", "deflate, gzip; q=0.00"}) {
    request.headers["accept-encoding"] = not_taken;
    const auto plain = *web.answer(request);
    EXPECT_EQ(plain.body, "portal()") << not_taken;
    EXPECT_EQ(header(plain, "Vary"), "Accept-Encoding");
    EXPECT_NE(header(plain, "ETag"), header(small, "ETag"));
  }
  EXPECT_EQ(body(web, fetch("/assets/portal-1a2b.js.gz")), "http.not_found");
}

TEST(Web, NothingForeignAndNothingInlineRuns) {
  const Web web(dist);
  for (const char* path : {"/", "/desk", "/assets/portal-1a2b.js"}) {
    const auto response = *web.answer(visit(path));
    const std::string policy = header(response, "Content-Security-Policy");
    EXPECT_TRUE(policy.starts_with("default-src 'none'; script-src 'self'; style-src 'self';"));
    EXPECT_EQ(policy.find("unsafe"), std::string::npos);
    EXPECT_EQ(policy.find("http"), std::string::npos);
    EXPECT_NE(policy.find("frame-ancestors 'none'; base-uri 'none'"), std::string::npos);
    EXPECT_EQ(header(response, "Cross-Origin-Opener-Policy"), "same-origin");
  }
}

TEST(Web, OnlyThePortalMayAskForTheCamera) {
  const Web web(dist);
  EXPECT_TRUE(header(*web.answer(visit("/")), "Permissions-Policy")
                  .starts_with("camera=(self), microphone=(self)"));
  EXPECT_TRUE(header(*web.answer(visit("/desk")), "Permissions-Policy")
                  .starts_with("camera=(), microphone=()"));
}

TEST(Web, WithoutAWebBuildAPageSaysHowToMakeIt) {
  const Web web({});
  for (const char* path : {"/", "/desk/complaints"}) {
    const auto response = web.answer(visit(path));
    ASSERT_TRUE(response.has_value());
    EXPECT_NE(response->body.find("./dev run"), std::string::npos);
    EXPECT_FALSE(header(*response, "Content-Security-Policy").empty());
  }
}

}  // namespace
}  // namespace xb::app
