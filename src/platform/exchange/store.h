// Every SQL statement of exchange.
#pragma once

#include "platform/exchange/import.h"

namespace xb::exchange {

// Below bank level one sees what one imported oneself.
std::optional<Batch> find_batch(storage::Transaction& tx, const Actor& viewer, Id<Batch> id);
std::vector<Batch> batches(storage::Transaction& tx, const Actor& viewer, std::size_t limit);

std::vector<Batch> running_batches(storage::Transaction& tx);
void insert(storage::Transaction& tx, const Batch& batch);
// Throws storage::Failure if somebody was faster.
void update(storage::Transaction& tx, Batch batch);

// Remembers a source row; false if this mapping has brought it before.
bool remember_row(storage::Transaction& tx, const Batch& batch, std::string_view source_id,
                  std::int64_t subject_id);
bool is_known_row(storage::Transaction& tx, std::string_view mapping, std::string_view source_id);
std::vector<std::int64_t> subjects_of(storage::Transaction& tx, Id<Batch> id,
                                      std::int64_t after_subject, std::size_t limit);
std::int64_t count_rows(storage::Transaction& tx, Id<Batch> id);
void forget_row(storage::Transaction& tx, Id<Batch> id, std::int64_t subject_id);

void insert(storage::Transaction& tx, Id<Batch> id, const ImportError& error);
std::vector<ImportError> errors_of(storage::Transaction& tx, Id<Batch> id, std::size_t limit);

}  // namespace xb::exchange
