#include "platform/files/kinds.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>
#include <vector>

namespace xb::files {
namespace {

// Enough for every signature, and for markup behind white space.
constexpr std::size_t head_bytes = 4096;
// Holds the directory of a container with some 2,500 parts (APPNOTE 4.3.12, 4.3.16).
constexpr std::size_t tail_bytes = 256 * 1024;
// What is known at the least before anything is turned away.
constexpr std::size_t known_bytes = 512;

constexpr FileType types[] = {
    {"pdf", "application/pdf", FileKind::document, ""},
    {"jpg", "image/jpeg", FileKind::image, "jpeg"},
    {"png", "image/png", FileKind::image, ""},
    {"gif", "image/gif", FileKind::image, ""},
    {"webp", "image/webp", FileKind::image, ""},
    {"bmp", "image/bmp", FileKind::image, ""},
    {"tif", "image/tiff", FileKind::image, "tiff"},
    {"heic", "image/heic", FileKind::image, ""},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
     FileKind::document, ""},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
     FileKind::document, ""},
    {"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation",
     FileKind::document, ""},
    {"ofd", "application/ofd", FileKind::document, ""},
    {"txt", "text/plain", FileKind::text, "log"},
    {"mp3", "audio/mpeg", FileKind::audio, ""},
    {"wav", "audio/wav", FileKind::audio, ""},
    {"amr", "audio/amr", FileKind::audio, ""},
    {"m4a", "audio/mp4", FileKind::audio, ""},
    {"ogg", "audio/ogg", FileKind::audio, ""},
    {"flac", "audio/flac", FileKind::audio, ""},
    {"mp4", "video/mp4", FileKind::video, ""},
    {"3gp", "video/3gpp", FileKind::video, ""},
    {"mov", "video/quicktime", FileKind::video, ""},
    {"avi", "video/x-msvideo", FileKind::video, ""},
    {"mkv", "video/x-matroska", FileKind::video, "webm"},
};

// What the file starts with, and what stands further on.
struct Signature {
  std::string_view type;
  std::string_view start;
  std::size_t then_at = 0;
  std::string_view then = {};
};

using std::literals::operator""sv;

constexpr Signature signatures[] = {
    {"pdf", "%PDF-"sv},
    {"jpg", "\xFF\xD8\xFF"sv},
    {"png", "\x89PNG\r\n\x1A\n"sv},
    {"gif", "GIF87a"sv},
    {"gif", "GIF89a"sv},
    {"webp", "RIFF"sv, 8, "WEBP"sv},
    {"bmp", "BM"sv, 6, "\0\0\0\0"sv},
    {"tif", "II*\0"sv},
    {"tif", "MM\0*"sv},
    {"heic", ""sv, 4, "ftypheic"sv},
    {"heic", ""sv, 4, "ftypheix"sv},
    {"heic", ""sv, 4, "ftypmif1"sv},
    {"mp3", "ID3"sv},
    {"mp3", "\xFF\xFB"sv},
    {"mp3", "\xFF\xF3"sv},
    {"mp3", "\xFF\xF2"sv},
    {"wav", "RIFF"sv, 8, "WAVE"sv},
    {"amr", "#!AMR"sv},
    {"m4a", ""sv, 4, "ftypM4A"sv},
    {"ogg", "OggS\0"sv},
    {"flac", "fLaC"sv},
    {"mp4", ""sv, 4, "ftypiso"sv},
    {"mp4", ""sv, 4, "ftypmp4"sv},
    {"mp4", ""sv, 4, "ftypavc1"sv},
    {"mp4", ""sv, 4, "ftypM4V"sv},
    {"mp4", ""sv, 4, "ftypMSNV"sv},
    {"3gp", ""sv, 4, "ftyp3g"sv},
    {"mov", ""sv, 4, "ftypqt"sv},
    {"avi", "RIFF"sv, 8, "AVI "sv},
    {"mkv", "\x1A\x45\xDF\xA3"sv},
};

constexpr std::string_view container_start = "PK\x03\x04"sv;
constexpr std::string_view directory_end = "PK\x05\x06"sv;
constexpr std::string_view directory_entry = "PK\x01\x02"sv;

bool fits(const Signature& signature, std::string_view head) {
  return head.starts_with(signature.start) && head.size() >= signature.then_at &&
         head.substr(signature.then_at).starts_with(signature.then);
}

std::uint32_t number(std::string_view bytes, std::size_t at, int count) {
  std::uint32_t out = 0;
  for (int i = count - 1; i >= 0; --i)
    out = out << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
  return out;
}

struct Part {
  std::string_view name;
  std::uint64_t bytes = 0;  // unpacked, as the container says
};

// A container's parts, from the directory at its end; nothing if it is not whole there.
std::optional<std::vector<Part>> parts_in(std::string_view tail) {
  constexpr std::size_t end_size = 22;
  constexpr std::size_t entry_size = 46;
  const std::size_t end = tail.rfind(directory_end);
  if (end == std::string_view::npos || end + end_size > tail.size()) return {};
  const std::size_t size = number(tail, end + 12, 4);
  if (size > end) return {};
  std::vector<Part> out;
  for (std::size_t at = end - size; at + entry_size <= end;) {
    if (tail.substr(at, 4) != directory_entry) return {};
    const std::size_t name = number(tail, at + 28, 2);
    if (at + entry_size + name > end) return {};
    out.push_back({tail.substr(at + entry_size, name), number(tail, at + 24, 4)});
    at += entry_size + name + number(tail, at + 30, 2) + number(tail, at + 32, 2);
  }
  return out;
}

// What would leave the folder it is unpacked into, or would run where somebody opens it.
bool is_dangerous(std::string_view name) {
  constexpr std::string_view programs[] = {".exe", ".dll", ".com", ".scr", ".bat", ".cmd", ".ps1",
                                           ".vbs", ".js",  ".jar", ".lnk", ".hta", ".msi", ".sh"};
  const bool leaves = name.starts_with('/') || name.starts_with("../") ||
                      name.find("/../") != std::string_view::npos || name.ends_with("/..") ||
                      name.find_first_of("\\:") != std::string_view::npos;
  std::string small{name};
  std::transform(small.begin(), small.end(), small.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return leaves || std::any_of(std::begin(programs), std::end(programs),
                               [&](std::string_view end) { return small.ends_with(end); });
}

bool is_control(unsigned char byte) {
  return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F;
}

auto refused() { return refuse(Reason::invalid, "file.type_refused", "file"); }

}  // namespace

std::span<const FileType> file_types() { return types; }

const FileType* file_type(std::string_view name) {
  const auto found = std::find_if(std::begin(types), std::end(types),
                                  [&](const FileType& one) { return one.name == name; });
  return found == std::end(types) ? nullptr : &*found;
}

void Examination::Text::take(unsigned char byte) {
  if (is_control(byte)) is_utf8 = is_gb18030 = false;
  if (is_utf8) take_utf8(byte);
  if (is_gb18030) take_gb18030(byte);
}

// RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.
void Examination::Text::take_utf8(unsigned char byte) {
  if (utf8_left > 0) {
    is_utf8 = low <= byte && byte <= high;
    low = 0x80;
    high = 0xBF;
    --utf8_left;
    return;
  }
  if (byte < 0x80) return;
  if (byte < 0xC2 || byte > 0xF4) {
    is_utf8 = false;
    return;
  }
  utf8_left = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
  if (byte == 0xE0) low = 0xA0;
  if (byte == 0xED) high = 0x9F;
  if (byte == 0xF0) low = 0x90;
  if (byte == 0xF4) high = 0x8F;
}

// GB 18030: one, two or four bytes.
void Examination::Text::take_gb18030(unsigned char byte) {
  const bool is_digit = byte >= '0' && byte <= '9';
  const bool is_lead = byte >= 0x81 && byte <= 0xFE;
  switch (gb_at) {
    case 0:
      if (byte < 0x80) return;
      is_gb18030 = is_lead;
      gb_at = 1;
      return;
    case 1:
      is_four = is_digit;
      is_gb18030 = is_digit || (byte >= 0x40 && byte <= 0xFE);
      gb_at = is_four ? 2 : 0;
      return;
    case 2:
      is_gb18030 = is_lead;
      gb_at = 3;
      return;
    default:
      is_gb18030 = is_digit;
      gb_at = 0;
      return;
  }
}

Result<void> Examination::take(std::string_view bytes) {
  if (head_.size() < head_bytes) head_ += bytes.substr(0, head_bytes - head_.size());
  if (bytes.size() >= tail_bytes) {
    tail_ = bytes.substr(bytes.size() - tail_bytes);
  } else {
    // Twice as much is kept, so that it is seldom moved.
    tail_ += bytes;
    if (tail_.size() > 2 * tail_bytes) tail_.erase(0, tail_.size() - tail_bytes);
  }
  bytes_ += bytes.size();
  for (const char c : bytes) {
    if (text_.is_broken()) break;
    text_.take(static_cast<unsigned char>(c));
  }
  if (head_.size() < known_bytes) return {};
  if (by_head() != nullptr || head_.starts_with(container_start) || is_text()) return {};
  return refused();
}

const FileType* Examination::by_head() const {
  for (const Signature& signature : signatures)
    if (fits(signature, head_)) return file_type(signature.type);
  return nullptr;
}

// Markup is no text here: whatever opens it might run what stands in it.
bool Examination::is_text() const {
  if (text_.is_broken()) return false;
  std::string_view start = head_;
  if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
  const std::size_t first = start.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos || start[first] != '<';
}

FileKind Examination::kind_so_far() const {
  if (const FileType* type = by_head()) return type->kind;
  return head_.starts_with(container_start) ? FileKind::document : FileKind::text;
}

Result<const FileType*> Examination::by_directory() const {
  constexpr std::uint64_t unpacked_max = 256 << 20;
  const auto parts = parts_in(tail_);
  if (!parts) return refused();
  const auto has = [&](std::string_view name) {
    return std::any_of(parts->begin(), parts->end(),
                       [&](const Part& part) { return part.name == name; });
  };
  std::uint64_t unpacked = 0;
  for (const Part& part : *parts) {
    if (part.name.ends_with("vbaProject.bin"))
      return refuse(Reason::invalid, "file.macros", "file");
    if (is_dangerous(part.name)) return refused();
    unpacked += part.bytes;
  }
  if (unpacked > unpacked_max) return refuse(Reason::invalid, "file.unpacks_too_large", "file");
  if (has("OFD.xml")) return file_type("ofd");
  if (!has("[Content_Types].xml")) return refused();
  if (has("word/document.xml")) return file_type("docx");
  if (has("xl/workbook.xml")) return file_type("xlsx");
  if (has("ppt/presentation.xml")) return file_type("pptx");
  return refused();
}

Result<const FileType*> Examination::finish() const {
  if (bytes_ == 0) return refuse(Reason::invalid, "file.empty", "file");
  if (const FileType* type = by_head()) return type;
  if (head_.starts_with(container_start)) return by_directory();
  if (!is_text() || !text_.is_whole()) return refused();
  return file_type("txt");
}

}  // namespace xb::files
