#include "platform/files/names.h"

#include <gtest/gtest.h>

#include "core/text.h"

namespace xb::files {
namespace {

const FileType& pdf() { return *file_type("pdf"); }

TEST(AFilesName, IsMadeSafeAndFitsItsType) {
  const std::pair<const char*, const char*> names[] = {
      {"投诉材料.pdf", "投诉材料.pdf"},
      {"scan.PDF", "scan.PDF"},
      {"", "file.pdf"},
      {"../../etc/passwd", "passwd.pdf"},
      {"C:\\Users\\x\\凭证.pdf", "凭证.pdf"},
      {"..", "file.pdf"},
      {".htaccess", "htaccess.pdf"},
      {"evil.pdf.exe", "evil.pdf.exe.pdf"},
      {"invoice\u202Efdp.exe", "invoicefdp.exe.pdf"},
      {"a\u200Bb.pdf", "ab.pdf"},
      {"a\tb\nc.pdf", "abc.pdf"},
      {"a<b>:\"|?*.pdf", "a_b______.pdf"},
      {"trailing. . .", "trailing.pdf"},
      {"pdf", "pdf.pdf"},
      {"/", "file.pdf"},
  };
  for (const auto& [name, safe] : names) EXPECT_EQ(safe_name(name, pdf()), safe) << name;
  EXPECT_EQ(safe_name("照片.jpeg", *file_type("jpg")), "照片.jpeg");
  EXPECT_EQ(safe_name("x.html", *file_type("txt")), "x.html.txt");
}

TEST(AFilesName, IsNeverTooLong) {
  std::string name;
  for (int i = 0; i < 500; ++i) name += "长";
  const std::string safe = safe_name(name, pdf());
  EXPECT_EQ(code_points(safe), name_max);
  EXPECT_TRUE(safe.ends_with(".pdf"));
}

TEST(AFilesName, IsDecodedOrRefused) {
  EXPECT_EQ(*decoded_name("%E5%87%AD%e8%af%81.pdf"), "凭证.pdf");
  EXPECT_EQ(*decoded_name("a b.pdf"), "a b.pdf");
  EXPECT_EQ(*decoded_name(""), "");
  for (const char* wrong : {"%", "%E", "%GG", "%E5%87", "%FF", "a%2"})
    EXPECT_EQ(decoded_name(wrong).error().code, "file.name") << wrong;
}

TEST(AFilesName, IsToldWithoutAByteThatEndsAField) {
  const std::string told = disposition("a\"; 凭证.pdf", pdf());
  EXPECT_EQ(told,
            "attachment; filename=\"file.pdf\"; filename*=UTF-8''a%22%3B%20%E5%87%AD%E8%AF%81.pdf");
}

}  // namespace
}  // namespace xb::files
