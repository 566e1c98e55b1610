//! The table as Parquet: columns with types, in groups of rows that are written as soon as they are full.

use super::columns::{COLUMNS, Kind};
use super::{Cell, Table};
use parquet::basic::{Compression, ConvertedType, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int32Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::Type;
use readiness::Date;
use std::io::{Error, Result, Write};
use std::sync::Arc;

/// How many rows are in memory before they are written.
const GROUP: usize = 1_000;

pub struct Parquet<W: Write + Send> {
    file: SerializedFileWriter<W>,
    rows: Vec<Vec<Cell>>,
}

impl<W: Write + Send> Parquet<W> {
    pub fn new(to: W) -> Result<Self> {
        let schema = schema().map_err(Error::other)?;
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_created_by(format!("Stage Zero {}", readiness::report::VERSION))
            .build();
        let file = SerializedFileWriter::new(to, Arc::new(schema), Arc::new(properties)).map_err(Error::other)?;
        Ok(Self { file, rows: Vec::with_capacity(GROUP) })
    }

    fn write_group(&mut self) -> std::result::Result<(), ParquetError> {
        let mut group = self.file.next_row_group()?;
        let mut index = 0;
        while let Some(column) = group.next_column()? {
            write_column(column, COLUMNS[index].kind, self.rows.iter().map(|row| &row[index]))?;
            index += 1;
        }
        group.close()?;
        self.rows.clear();
        Ok(())
    }
}

impl<W: Write + Send> Table for Parquet<W> {
    fn row(&mut self, cells: Vec<Cell>) -> Result<()> {
        self.rows.push(cells);
        if self.rows.len() < GROUP { Ok(()) } else { self.write_group().map_err(Error::other) }
    }

    fn finish(mut self: Box<Self>) -> Result<()> {
        if !self.rows.is_empty() {
            self.write_group().map_err(Error::other)?;
        }
        self.file.close().map(drop).map_err(Error::other)
    }
}

fn schema() -> std::result::Result<Type, ParquetError> {
    let field = |column: &super::columns::Column| {
        let (physical, logical, converted) = match column.kind {
            Kind::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String), ConvertedType::UTF8),
            Kind::Day => (Physical::INT32, Some(LogicalType::Date), ConvertedType::DATE),
            Kind::Whole => (Physical::INT32, None, ConvertedType::NONE),
            Kind::Decimal => (Physical::DOUBLE, None, ConvertedType::NONE),
        };
        let builder = Type::primitive_type_builder(column.name, physical).with_repetition(Repetition::OPTIONAL);
        builder.with_logical_type(logical).with_converted_type(converted).build().map(Arc::new)
    };
    let fields = COLUMNS.iter().map(field).collect::<std::result::Result<Vec<_>, _>>()?;
    Type::group_type_builder("portfolio").with_fields(fields).build()
}

fn write_column<'a>(
    mut column: SerializedColumnWriter<'_>,
    kind: Kind,
    cells: impl Iterator<Item = &'a Cell>,
) -> std::result::Result<(), ParquetError> {
    let (mut there, mut texts, mut wholes, mut decimals) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for cell in cells {
        there.push(i16::from(*cell != Cell::Empty));
        match cell {
            Cell::Text(text) => texts.push(ByteArray::from(text.as_str())),
            Cell::Whole(number) => wholes.push(*number),
            Cell::Day(day) => wholes.push(since_epoch(*day)),
            Cell::Decimal(number) => decimals.push(*number),
            Cell::Empty => {}
        }
    }
    match kind {
        Kind::Text => column.typed::<ByteArrayType>().write_batch(&texts, Some(&there), None)?,
        Kind::Whole | Kind::Day => column.typed::<Int32Type>().write_batch(&wholes, Some(&there), None)?,
        Kind::Decimal => column.typed::<DoubleType>().write_batch(&decimals, Some(&there), None)?,
    };
    column.close()
}

fn since_epoch(day: Date) -> i32 {
    day.days_since(Date::parse("1970-01-01").expect("a day of the calendar"))
}
