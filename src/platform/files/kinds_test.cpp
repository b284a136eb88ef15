#include "platform/files/kinds.h"

#include <gtest/gtest.h>

namespace xb::files {
namespace {

using std::literals::operator""s;

// The name of the type, or the code it is refused with, whether it comes whole or byte by byte.
std::string judged(const std::string& bytes, std::size_t step = 1 << 20) {
  Examination examination;
  for (std::size_t at = 0; at < bytes.size(); at += step)
    if (auto taken = examination.take(std::string_view{bytes}.substr(at, step)); !taken)
      return taken.error().code;
  const auto type = examination.finish();
  return type ? std::string{(*type)->name} : type.error().code;
}

std::string padded(std::string bytes) { return bytes + std::string(600, '\0'); }

std::string number(std::size_t value, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += static_cast<char>(value >> 8 * i & 0xFF);
  return out;
}

// A container with empty parts of these names (APPNOTE 4.3).
std::string container(const std::vector<std::string>& names, std::size_t bytes_each = 0) {
  std::string parts;
  std::string directory;
  for (const std::string& name : names) {
    directory += "PK\x01\x02" + std::string(20, '\0') + number(bytes_each, 4) +
                 number(name.size(), 2) + std::string(12, '\0') + number(parts.size(), 4) + name;
    parts += "PK\x03\x04" + std::string(22, '\0') + number(name.size(), 2) + "\0\0"s + name;
  }
  return parts + directory + "PK\x05\x06" + std::string(4, '\0') + number(names.size(), 2) +
         number(names.size(), 2) + number(directory.size(), 4) + number(parts.size(), 4) + "\0\0"s;
}

TEST(AFilesType, IsThatOfItsBytes) {
  const std::pair<std::string, const char*> files[] = {
      {padded("%PDF-1.7\n"), "pdf"},
      {padded("\xFF\xD8\xFF\xE0"), "jpg"},
      {padded("\x89PNG\r\n\x1A\n"), "png"},
      {padded("GIF89a"), "gif"},
      {padded("RIFF\1\0\0\0WEBPVP8 "s), "webp"},
      {padded("RIFF\1\0\0\0WAVEfmt "s), "wav"},
      {padded("RIFF\1\0\0\0AVI LIST"s), "avi"},
      {padded("II*\0"s), "tif"},
      {padded("\0\0\0\x18"
              "ftypheic"s),
       "heic"},
      {padded("\0\0\0\x18"
              "ftypM4A "s),
       "m4a"},
      {padded("\0\0\0\x18"
              "ftypisom"s),
       "mp4"},
      {padded("\0\0\0\x14"
              "ftypqt  "s),
       "mov"},
      {padded("\0\0\0\x14"
              "ftyp3gp4"s),
       "3gp"},
      {padded("ID3\4"), "mp3"},
      {padded("#!AMR\n"), "amr"},
      {padded("OggS\0"s), "ogg"},
      {padded("fLaC"), "flac"},
      {padded("\x1A\x45\xDF\xA3"), "mkv"},
      {"通话记录：客户要求退费。\r\n", "txt"},
      {"\xEF\xBB\xBF通话记录", "txt"},
      {"\xB2\xE2\xCA\xD4", "txt"},  // 测试 in GB 18030
      {"x", "txt"},
      {container({"[Content_Types].xml", "_rels/.rels", "word/document.xml"}), "docx"},
      {container({"xl/workbook.xml", "[Content_Types].xml"}), "xlsx"},
      {container({"[Content_Types].xml", "ppt/presentation.xml"}), "pptx"},
      {container({"OFD.xml", "Doc_0/Document.xml"}, 100 << 20), "ofd"},
  };
  for (const auto& [bytes, type] : files) {
    EXPECT_EQ(judged(bytes), type);
    EXPECT_EQ(judged(bytes, 1), type) << "byte by byte";
    ASSERT_NE(file_type(type), nullptr);
  }
}

TEST(AFilesType, IsRefusedWhereItCouldRunOrHideWhatNobodySees) {
  const std::pair<std::string, const char*> files[] = {
      {"", "file.empty"},
      {padded("MZ\x90"), "file.type_refused"},
      {padded("\x7F"
              "ELF\2"),
       "file.type_refused"},
      {padded("Rar!\x1A\7"), "file.type_refused"},
      {padded("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "file.type_refused"},  // may have macros
      {"<svg onload=\"x\"><script>1</script></svg>", "file.type_refused"},
      {"\xEF\xBB\xBF \r\n<!DOCTYPE html>", "file.type_refused"},
      {"<?xml version=\"1.0\"?>", "file.type_refused"},
      {"text with \x01", "file.type_refused"},
      {"\xFF\xFEU\0T\0"s, "file.type_refused"},
      {"ends in the middle \xE6", "file.type_refused"},
      {container({"evil.exe"}), "file.type_refused"},
      {container({}), "file.type_refused"},
      {"PK\x03\x04", "file.type_refused"},
      {"PK\x03\x04" + std::string(5000, 'x') + "PK\x05\x06" + std::string(18, '\xFF'),
       "file.type_refused"},
      {container({"[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"}),
       "file.macros"},
      {container({"[Content_Types].xml", "word/document.xml", "word/embeddings/Setup.EXE"}),
       "file.type_refused"},
      {container({"[Content_Types].xml", "word/document.xml", "../../evil.xml"}),
       "file.type_refused"},
      {container({"[Content_Types].xml", "word/document.xml"}, 200 << 20),
       "file.unpacks_too_large"},
  };
  for (const auto& [bytes, code] : files) {
    EXPECT_EQ(judged(bytes), code);
    EXPECT_EQ(judged(bytes, 1), code) << "byte by byte";
  }
}

TEST(AFilesType, IsKnownForALargeContainerWhosePartsAreAtItsEnd) {
  std::vector<std::string> names{"[Content_Types].xml", "xl/workbook.xml"};
  for (int i = 0; i < 2000; ++i)
    names.push_back("xl/worksheets/sheet" + std::to_string(i) + ".xml");
  const std::string bytes = container(names);
  EXPECT_EQ(judged(bytes, 65536), "xlsx");
}

TEST(AnExamination, SaysEarlyWhichLimitHolds) {
  Examination film;
  ASSERT_TRUE(film.take(padded("\0\0\0\x18"
                               "ftypisom"s))
                  .has_value());
  EXPECT_EQ(film.kind_so_far(), FileKind::video);
  Examination words;
  ASSERT_TRUE(words.take("你好").has_value());
  EXPECT_EQ(words.kind_so_far(), FileKind::text);
  Examination office;
  ASSERT_TRUE(office.take("PK\x03\x04").has_value());
  EXPECT_EQ(office.kind_so_far(), FileKind::document);
}

}  // namespace
}  // namespace xb::files
